"""Every check of this process, so that whoever comes back finds the one that is under way."""

import threading
from collections.abc import Callable

from switchboard.probes.asking import Plan
from switchboard.probes.check import Check
from switchboard.probes.outcome import CheckOutcome


class Checks:
    """The latest check of each gateway, by base URL. Safe to use from any thread."""

    def __init__(self) -> None:
        self._checks: dict[str, Check] = {}
        self._lock = threading.Lock()

    def start(self, name: str, plan: Plan, *, save: Callable[[CheckOutcome], None]) -> Check:
        """Begins a check; gives the one that is running where there is one."""
        with self._lock:
            running = self._checks.get(name)
            if running and running.is_running:
                return running
            check = self._checks[name] = Check(plan, save=save)
        check.start()
        return check

    def find(self, name: str) -> Check | None:
        """The check that is running, or the last one that ran in this process."""
        return self._checks.get(name)

    def forget(self, name: str) -> None:
        """Stops the check and forgets it."""
        with self._lock:
            check = self._checks.pop(name, None)
        if check:
            check.stop()

    def stop_all(self, *, timeout_s: float = 5) -> None:
        """Stops whatever runs and waits until it is saved."""
        checks = list(self._checks.values())
        for check in checks:
            check.stop()
        for check in checks:
            check.wait(timeout_s)
