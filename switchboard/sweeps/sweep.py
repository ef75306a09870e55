"""A sweep under way: a few of its turns at a time, each a loop of its own."""

import threading
from dataclasses import replace

from switchboard.desk import Desk
from switchboard.errors import StoreError
from switchboard.gateway import StopSignal
from switchboard.jobs import Changes
from switchboard.loops import FaultOrder, Loop, Loops
from switchboard.responders import FaultKind
from switchboard.responding import past_calls
from switchboard.sweeps.order import SweepOrder
from switchboard.sweeps.reading import trial_of
from switchboard.sweeps.trial import Trial
from switchboard.sweeps.turn import begun_again, is_final
from switchboard.sweeps.unused import ResponderUse

_AT_A_TIME = 3
"""Turns: gateways count requests by the minute."""

_OUR_MISTAKE = "Switchboard itself failed here; its log says more."


class Sweep:
    """One sweep. Safe to look at and to stop from any thread; what it runs never raises."""

    def __init__(self, order: SweepOrder, *, desk: Desk, loops: Loops) -> None:
        self.order = order
        self._desk = desk
        self._loops = loops
        self._stop = StopSignal()
        self._lock = threading.Lock()
        self._room = threading.Semaphore(_AT_A_TIME)
        self._changes = Changes()
        self._ended = threading.Event()
        self._trials: dict[FaultKind | None, Trial] = {}
        self._under_way: frozenset[FaultKind | None] = frozenset()

    @property
    def is_running(self) -> bool:
        """Whether more may come. Read it before anything else, then nothing is missed."""
        return not self._ended.is_set()

    @property
    def trials(self) -> tuple[Trial, ...]:
        """The turns that are over, in the order of ``order.kinds``; stopped ones are left out."""
        with self._lock:
            return tuple(self._trials[kind] for kind in self.order.kinds if kind in self._trials)

    @property
    def under_way(self) -> tuple[FaultKind | None, ...]:
        """The turns that are being run, in the same order."""
        running = self._under_way
        return tuple(kind for kind in self.order.kinds if kind in running)

    @property
    def progress(self) -> float:
        """The part that is done, 0 to 1."""
        return len(self._trials) / len(self.order.kinds)

    @property
    def was_stopped(self) -> bool:
        """Whether a person ended it before its end."""
        return self._stop.is_set and len(self._trials) < len(self.order.kinds)

    @property
    def used(self) -> frozenset[ResponderUse]:
        """The responders that answered in one of its turns."""
        return frozenset(use for trial in self.trials for use in trial.used)

    @property
    def version(self) -> int:
        """How often it has changed."""
        return self._changes.version

    def wait_for_change(self, seen: int, *, timeout_s: float) -> int:
        """Waits until there is more than at ``seen``, or for that long. The next ``seen``."""
        return self._changes.wait(seen, timeout_s=timeout_s)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end. Whether it came."""
        return self._ended.wait(timeout_s)

    def start(self) -> None:
        """Begins on a thread of its own and returns at once."""
        name = f"sweep-{self.order.conversation.id[:8]}"
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def stop(self) -> None:
        """Ends it at once, the turns under way too; what was done stays."""
        self._stop.stop()

    def _work(self) -> None:
        threads: list[threading.Thread] = []
        try:
            for kind in self.order.kinds:
                self._room.acquire()
                if self._stop.is_set:
                    break
                name = f"trial-{kind or 'none'}"
                threads.append(threading.Thread(target=self._try, args=(kind,), name=name))
                threads[-1].start()
        finally:
            for thread in threads:
                thread.join()
            self._ended.set()
            self._changes.tell()

    def _try(self, kind: FaultKind | None) -> None:
        trial: Trial | None = Trial(kind, problem=_OUR_MISTAKE)
        self._begin(kind)
        try:
            trial = self._tried(kind)
        finally:  # A mistake of ours goes to the log, and one line of the table says so.
            self._end(kind, trial)
            self._room.release()

    def _tried(self, kind: FaultKind | None) -> Trial | None:
        asking = replace(
            self.order.asking,
            fault=FaultOrder(kind, self.order.tool),
            known=past_calls(self.order.conversation),
        )
        conversation = begun_again(self.order.conversation)
        try:
            loop = self._loops.start(conversation, asking, revision=0)
        except StoreError as error:
            return Trial(kind, problem=f"{error.message} {error.advice}".strip())
        with self._stop.telling(loop.stop):
            loop.wait()
        if self._stop.is_set and not is_final(loop.conversation):
            return None
        return self._read(loop, kind)

    def _read(self, loop: Loop, kind: FaultKind | None) -> Trial:
        conversation, is_saved = loop.conversation, loop.kept.revision > 0
        trial = trial_of(conversation, kind, empty=self._desk.empty_step(conversation))
        return replace(trial, conversation_id=conversation.id if is_saved else "")

    def _begin(self, kind: FaultKind | None) -> None:
        with self._lock:
            self._under_way |= {kind}
        self._changes.tell()

    def _end(self, kind: FaultKind | None, trial: Trial | None) -> None:
        with self._lock:
            self._under_way -= {kind}
            if trial:
                self._trials[kind] = trial
        self._changes.tell()
