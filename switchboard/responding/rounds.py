"""All pending calls at once, each on a thread of its own."""

import threading
from collections.abc import Callable, Sequence
from typing import TypeAlias

from switchboard.gateway import StopSignal
from switchboard.responding.answering import Rules, respond
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.responses import Result, Unanswered

Answer: TypeAlias = Result | Unanswered


class Round:
    """The calls of one message, being answered. Safe to look at from any thread."""

    def __init__(self, situations: Sequence[Situation], outside: Outside, *, rules: Rules) -> None:
        self.situations = tuple(situations)
        self._outside = outside
        self._rules = rules
        self._answers: dict[str, Answer] = {}
        self._lock = threading.Lock()

    @property
    def answers(self) -> dict[str, Answer]:
        """What has come so far, by call id."""
        with self._lock:
            return dict(self._answers)

    def run(self, *, stop: StopSignal, tell: Callable[[], None]) -> dict[str, Answer]:
        """Waits until each call is answered, or not; by call id, in the order of the calls.

        As long as the slowest of them takes. ``tell`` is called after each.
        """
        threads = [
            threading.Thread(target=self._answer, args=(one, stop, tell), name="respond")
            for one in self.situations
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        answers = self.answers
        return {one.call.id: answers[one.call.id] for one in self.situations}

    def _answer(self, situation: Situation, stop: StopSignal, tell: Callable[[], None]) -> None:
        answer: Answer = Unanswered("Switchboard itself failed here; its log says more.")
        try:
            answer = respond(situation, self._outside, rules=self._rules, stop=stop)
        finally:
            with self._lock:
                self._answers[situation.call.id] = answer
            tell()
