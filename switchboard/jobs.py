"""A step on a worker thread: started, watched, stopped, found again. Knows no Streamlit.

An answer does not depend on the page that asked for it. What arrives is kept as it arrives, by a
second thread, so that neither a slow disk holds up the stream nor a killed program loses it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from contextlib import suppress
from dataclasses import replace
from typing import cast

from switchboard.errors import GatewayError, StoreError
from switchboard.gateway import ReplyReader, StopSignal, Transport
from switchboard.messages import Answer
from switchboard.runs import Run, Step, StepStatus
from switchboard.store import Store
from switchboard.turns import Ended, Event, Opened, Received, run_step
from switchboard.wire import ChatRequest

_SAVE_EVERY_S = 0.25
_KEPT_FINISHED = 50
"""Finished jobs that can still be looked at without asking the store."""


class Job:
    """One step under way. Safe to look at and to stop from any thread."""

    def __init__(self, step: Step, *, transport: Transport, store: Store) -> None:
        self._step = step
        self._transport = transport
        self._store = store
        self._stop = StopSignal()
        self._reader: ReplyReader | None = None
        self._unsaved: deque[bytes] = deque()
        self._head_unsaved = False
        self._saving = threading.Lock()
        self._changed = threading.Condition()
        self._version = 0
        self._ended = threading.Event()
        self.store_error: StoreError | None = None
        """Why what arrived could not be kept; the answer goes on all the same."""

    @property
    def step_id(self) -> str:
        """The id of the step this job runs."""
        return self._step.id

    @property
    def is_running(self) -> bool:
        """Whether more may come. Read it before ``step``, then nothing is missed."""
        return not self._ended.is_set()

    @property
    def step(self) -> Step:
        """The step as far as it has come."""
        if self._reader is None or not self.is_running:
            return self._step
        return replace(self._step, answer=self._reader.answer())

    def start(self) -> None:
        """Begins on threads of its own and returns at once."""
        for work in (self._work, self._save_as_it_arrives):
            name = f"{work.__name__.strip('_')}-{self.step_id[:8]}"
            threading.Thread(target=work, name=name, daemon=True).start()

    def stop(self) -> None:
        """Ends it at once, also while the gateway is silent; what had arrived is kept."""
        self._stop.stop()

    def wait_for_change(self, seen: int, *, timeout_s: float) -> int:
        """Waits until there is more than at ``seen``, or for that long. The next ``seen``."""
        with self._changed:
            self._changed.wait_for(lambda: self._version != seen, timeout_s)
            return self._version

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end, which includes that it is saved. Whether it came."""
        return self._ended.wait(timeout_s)

    def _work(self) -> None:
        request = cast(ChatRequest, self._step.request)
        for event in run_step(request, transport=self._transport, stop=self._stop):
            self._take(event)

    def _take(self, event: Event) -> None:
        if isinstance(event, Opened):
            self._open(event)
        elif isinstance(event, Received):
            self._step = replace(self._step, timing=event.timing)
            self._unsaved.append(event.piece)
        else:
            self._end(event)
        self._tell()

    def _open(self, event: Opened) -> None:
        self._reader = event.reader
        self._step = replace(
            self._step,
            http_status=event.http_status,
            request_headers=event.request_headers,
            response_headers=event.response_headers,
        )
        self._head_unsaved = True

    def _end(self, event: Ended) -> None:
        self._step = replace(
            self._step,
            status=event.status,
            timing=event.timing,
            answer=event.answer,
            fault=event.fault,
        )
        self._head_unsaved = True
        self._save()
        self._ended.set()

    def _tell(self) -> None:
        with self._changed:
            self._version += 1
            self._changed.notify_all()

    def _save_as_it_arrives(self) -> None:
        while not self._ended.wait(_SAVE_EVERY_S):
            self._save()

    def _save(self) -> None:
        with self._saving:
            pieces = [self._unsaved.popleft() for _ in range(len(self._unsaved))]
            head, self._head_unsaved = self._head_unsaved, False
            try:
                if pieces:
                    self._store.append_received(self.step_id, b"".join(pieces))
                if head:
                    self._store.complete_step(self._step)
            except StoreError as error:
                self.store_error = error


class Jobs:
    """Every job of this process, by step id."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def start(self, run: Run, step: Step, *, transport: Transport) -> Job:
        """Records the step as sent and runs it. Raises ``StoreError`` when it can't be recorded."""
        self._store.begin_run(run)
        self._store.begin_step(step)
        job = Job(step, transport=transport, store=self._store)
        with self._lock:
            self._jobs[step.id] = job
            self._forget_old_ones()
        job.start()
        return job

    def find(self, step_id: str) -> Job | None:
        """The job of a step, while it runs and for some time after."""
        with self._lock:
            return self._jobs.get(step_id)

    def step(self, step_id: str) -> Step | None:
        """A step as far as it has come, running or long ended; ``None`` when nobody knows it."""
        job = self.find(step_id)
        return job.step if job else self._store.step(step_id)

    def stop_all(self, *, timeout_s: float = 5) -> None:
        """Stops whatever runs and waits until it is saved."""
        with self._lock:
            jobs = list(self._jobs.values())
        for job in jobs:
            job.stop()
        for job in jobs:
            job.wait(timeout_s)

    def _forget_old_ones(self) -> None:
        finished = [step_id for step_id, job in self._jobs.items() if not job.is_running]
        for step_id in finished[:-_KEPT_FINISHED]:
            del self._jobs[step_id]


def close_abandoned_steps(store: Store) -> int:
    """Marks steps whose program was killed as interrupted, with what had arrived. How many."""
    abandoned = store.abandoned_steps()
    for step in abandoned:
        answer = _answer_in(store.received(step.id), step)
        store.complete_step(replace(step, status=StepStatus.INTERRUPTED, answer=answer))
    return len(abandoned)


def _answer_in(received: bytes, step: Step) -> Answer:
    reader = ReplyReader(
        status=step.http_status or 200,
        content_type=step.response_headers.get("content-type", ""),
    )
    with suppress(GatewayError):
        reader.feed(received)
    return reader.answer()
