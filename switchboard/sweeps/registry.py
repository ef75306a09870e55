"""Every sweep of this process, so that whoever comes back finds it."""

import threading

from switchboard.desk import Desk
from switchboard.jobs import Jobs
from switchboard.loops import Loops
from switchboard.sweeps.order import SweepOrder
from switchboard.sweeps.sweep import Sweep

_MOST_FINISHED = 50
"""Sweeps that are over and can still be looked at."""


class Sweeps:
    """The latest sweep of each conversation, by its id. Safe to use from any thread."""

    def __init__(self, jobs: Jobs, loops: Loops) -> None:
        self._desk = Desk(jobs)
        self._loops = loops
        self._sweeps: dict[str, Sweep] = {}
        self._lock = threading.Lock()

    def start(self, order: SweepOrder) -> Sweep:
        """Begins a sweep; gives the conversation's running one where there is one."""
        name = order.conversation.id
        with self._lock:
            running = self._sweeps.pop(name, None)
            if running and running.is_running:
                sweep = self._sweeps[name] = running
                return sweep
            sweep = self._sweeps[name] = Sweep(order, desk=self._desk, loops=self._loops)
            self._forget_old_ones()
        sweep.start()
        return sweep

    def find(self, conversation_id: str) -> Sweep | None:
        """The sweep that is running, or the last one that ran in this process."""
        with self._lock:
            return self._sweeps.get(conversation_id)

    def stop_all(self, *, timeout_s: float = 5) -> None:
        """Stops whatever runs and waits for its end."""
        with self._lock:
            sweeps = list(self._sweeps.values())
        for sweep in sweeps:
            sweep.stop()
        for sweep in sweeps:
            sweep.wait(timeout_s)

    def _forget_old_ones(self) -> None:
        over = [name for name, sweep in self._sweeps.items() if not sweep.is_running]
        for name in over[:-_MOST_FINISHED]:
            del self._sweeps[name]
