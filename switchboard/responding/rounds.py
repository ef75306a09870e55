"""All pending calls side by side, each on a thread of its own, so many at a time."""

import threading
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeAlias

from switchboard.gateway import StopSignal
from switchboard.responding.answering import STOPPED, Rules, respond
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.responses import Result, Unanswered

Answer: TypeAlias = Result | Unanswered

_MOST_AT_ONCE = 16
"""A model may write hundreds of calls, and each may be a request to somebody."""


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

        As long as the slowest of them takes, up to sixteen of them. ``tell`` is called after each.
        """
        for thread in [*self._started(stop, tell)]:
            thread.join()
        answers = self.answers
        never_asked = Unanswered(STOPPED)
        return {one.call.id: answers.get(one.call.id, never_asked) for one in self.situations}

    def _started(self, stop: StopSignal, tell: Callable[[], None]) -> Iterator[threading.Thread]:
        """A thread for each call, as soon as there is room for it; no more after ``stop``."""
        room = threading.Semaphore(_MOST_AT_ONCE)
        with stop.telling(room.release):
            for one in self.situations:
                room.acquire()
                if stop.is_set:
                    return
                work = partial(self._work, one, stop, tell=tell, room=room)
                thread = threading.Thread(target=work, name="respond")
                thread.start()
                yield thread

    def _work(
        self,
        situation: Situation,
        stop: StopSignal,
        *,
        tell: Callable[[], None],
        room: threading.Semaphore,
    ) -> None:
        answer: Answer = Unanswered("Switchboard itself failed here; its log says more.")
        try:
            answer = respond(situation, self._outside, rules=self._rules, stop=stop)
        finally:
            with self._lock:
                self._answers[situation.call.id] = answer
            room.release()
            tell()
