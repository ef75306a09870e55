"""A check on a worker thread: it goes on when its page is left, and can be stopped."""

import threading
from collections.abc import Callable
from dataclasses import replace

from switchboard.errors import StoreError
from switchboard.gateway import StopSignal
from switchboard.gateway_records import Finding
from switchboard.probes.asking import Asking, Plan
from switchboard.probes.catalogue import TITLES
from switchboard.probes.outcome import CheckOutcome
from switchboard.turns import Waiting

_OUR_MISTAKE = "Switchboard itself failed in this check; its log says more."


class Check:
    """One check under way. Safe to look at and to stop from any thread."""

    def __init__(self, plan: Plan, *, save: Callable[[CheckOutcome], None]) -> None:
        self.plan = plan
        self._save = save
        self._stop = StopSignal()
        self._ended = threading.Event()
        self._asking = Asking(plan, stop=self._stop, tell=self._take)
        self._outcome = CheckOutcome(ended_because=_OUR_MISTAKE)

    @property
    def is_running(self) -> bool:
        """Whether more may come. Read it before ``outcome``, then nothing is missed."""
        return not self._ended.is_set()

    @property
    def outcome(self) -> CheckOutcome:
        """What has been found so far."""
        return self._outcome

    @property
    def next_title(self) -> str:
        """What is being asked now."""
        found = {finding.probe for finding in self._outcome.findings}
        return next((title for name, title in TITLES.items() if name not in found), "")

    @property
    def waiting(self) -> Waiting | None:
        """The wait before another try, while there is one."""
        return self._asking.waiting

    @property
    def progress(self) -> float:
        """The part that is done, 0 to 1."""
        return len(self._outcome.findings) / len(TITLES)

    def start(self) -> None:
        """Begins on a thread of its own and returns at once."""
        threading.Thread(target=self._work, name="check", daemon=True).start()

    def stop(self) -> None:
        """Ends it at once; what was found is kept."""
        self._stop.stop()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end, which includes that it is saved. Whether it came."""
        return self._ended.wait(timeout_s)

    def _work(self) -> None:
        try:
            why = self._asking.ask_everything()
            self._outcome = replace(
                self._outcome, ended_because=why, limit=self._asking.refused_limit
            )
        finally:  # A mistake of ours goes to the log; what was found is kept all the same.
            self._end()

    def _end(self) -> None:
        try:
            self._save(self._outcome)
        except StoreError as error:
            self._outcome = replace(self._outcome, store_error=error)
        finally:
            self._ended.set()

    def _take(self, finding: Finding) -> None:
        self._outcome = replace(self._outcome, findings=(*self._outcome.findings, finding))
