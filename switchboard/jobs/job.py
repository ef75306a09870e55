"""A step on a worker thread: started, watched, stopped.

What arrives is kept as it arrives, by a second thread, so that neither a slow disk holds up the
stream nor a killed program loses it.
"""

import threading
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

from switchboard.errors import StoreError
from switchboard.gateway import ReplyReader, StopSignal, Transport
from switchboard.jobs.changes import Changes
from switchboard.runs import Fault, Step, StepStatus
from switchboard.store import Store
from switchboard.turns import Ended, Event, Opened, Received, Waiting, run_step
from switchboard.wire import ChatRequest

_SAVE_EVERY_S = 0.25
_OUR_MISTAKE = Fault(
    kind="OurMistake",
    message="Switchboard itself failed while it read this answer.",
    advice="What had arrived is kept: see Runs. The program's log says more.",
)


class Job:
    """One step under way. Safe to look at and to stop from any thread."""

    def __init__(self, step: Step, *, transport: Transport, store: Store) -> None:
        self._step = step
        self._timing = step.timing
        """Apart: it changes with every piece, and a step is large."""
        self._transport = transport
        self._store = store
        self._stop = StopSignal()
        self._reader: ReplyReader | None = None
        self._waiting: Waiting | None = None
        self._unsaved: deque[bytes] = deque()
        self._head_unsaved = False
        self._saving = threading.Lock()
        self._changes = Changes()
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
    def version(self) -> int:
        """How often something has come; ``wait_for_change`` waits for a higher one."""
        return self._changes.version

    @property
    def waiting(self) -> Waiting | None:
        """The wait before the next try, for counting down; ``None`` when none is under way."""
        waiting = self._waiting if self.is_running else None
        return waiting if waiting and waiting.until > datetime.now(UTC) else None

    @property
    def step(self) -> Step:
        """The step as far as it has come."""
        if self._reader is None or not self.is_running:
            return self._step
        return replace(self._step, timing=self._timing, answer=self._reader.answer())

    def start(self) -> None:
        """Begins on threads of its own and returns at once."""
        for work in (self._work, self._save_as_it_arrives):
            name = f"{work.__name__.strip('_')}-{self.step_id[:8]}"
            threading.Thread(target=work, name=name, daemon=True).start()

    def stop(self) -> None:
        """Ends it at once, also while the gateway is silent or a wait is under way; what had
        arrived is kept."""
        self._stop.stop()

    def wait_for_change(self, seen: int, *, timeout_s: float) -> int:
        """Waits until there is more than at ``seen``, or for that long. The next ``seen``."""
        return self._changes.wait(seen, timeout_s=timeout_s)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end, which includes that it is saved. Whether it came."""
        return self._ended.wait(timeout_s)

    def _work(self) -> None:
        request = cast(ChatRequest, self._step.request)
        try:
            for event in run_step(request, transport=self._transport, stop=self._stop):
                self._take(event)
        finally:
            if self.is_running:  # A mistake of ours; whoever waits must not wait for ever.
                self._take(Ended(StepStatus.FAILED, self._step.timing, fault=_OUR_MISTAKE))

    def _take(self, event: Event) -> None:
        if isinstance(event, Opened):
            self._open(event)
        elif isinstance(event, Received):
            self._timing = event.timing
            self._unsaved.append(event.piece)
        elif isinstance(event, Waiting):
            self._waiting = event
        else:
            self._end(event)
        self._changes.tell()

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
        try:
            self._save()
        finally:
            self._ended.set()

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
                    self._store.save_step(self._step)
            except StoreError as error:
                self.store_error = error
