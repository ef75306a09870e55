"""Every job of this process, so that whoever comes back finds the answer that is arriving."""

import threading
from collections import OrderedDict

from switchboard.gateway import Transport
from switchboard.jobs.job import Job
from switchboard.runs import Run, Step
from switchboard.store import Store

_KEPT_FINISHED = 50
"""Finished jobs that can still be looked at without asking the store."""


class Jobs:
    """Every job of this process, by step id."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def start(self, run: Run, step: Step, *, transport: Transport, toolset: str = "") -> Job:
        """Records the step as sent, with its toolset's text, and runs it.

        Raises ``StoreError`` when it can't be recorded.
        """
        self._store.begin_run(run)
        self._store.begin_step(step, toolset=toolset)
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
