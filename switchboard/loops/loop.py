"""One turn that goes on by itself, until its answer is final or a person is needed."""

import threading
from dataclasses import replace

from switchboard.conversations import Conversation
from switchboard.desk import Desk
from switchboard.errors import StoreError
from switchboard.gateway import StopSignal
from switchboard.jobs import Changes, Job
from switchboard.loops.asking import Asking
from switchboard.loops.halting import (
    FOR_YOUR_RESULT,
    STOPPED,
    reason_to_end,
    reason_to_wait,
    rounds_so_far,
)
from switchboard.loops.merging import with_turn_of
from switchboard.loops.saving import Keeper, Kept
from switchboard.loops.spoiling import is_for, with_one_fault
from switchboard.loops.taking import needs_answer, with_answers, with_results
from switchboard.messages import Call
from switchboard.responding import Round, Rules, Situation, situations
from switchboard.runs import StepStatus
from switchboard.tools import check_toolset

_OUR_MISTAKE = "Switchboard itself failed here; its log says more. You can go on by hand."


class Loop:
    """One turn under way. Safe to look at and to stop from any thread."""

    def __init__(
        self,
        conversation: Conversation,
        asking: Asking,
        *,
        desk: Desk,
        keeper: Keeper,
        only: frozenset[str] = frozenset(),
    ) -> None:
        """``only``: calls that are answered for a person to look at, and then it is over."""
        self._only = only
        self._conversation = conversation
        self._asking = asking
        self._desk = desk
        self._keeper = keeper
        self._stop = StopSignal()
        self._lock = threading.Lock()
        self._changes = Changes()
        self._ended = threading.Event()
        self._round: Round | None = None
        self._has_fault = False

    @property
    def conversation(self) -> Conversation:
        """The conversation as far as it has come."""
        return self._conversation

    @property
    def kept(self) -> Kept:
        """The conversation as it was last saved."""
        return self._keeper.kept

    @property
    def error(self) -> StoreError | None:
        """Why the conversation is not kept as it is; the loop goes on all the same."""
        return self._keeper.error

    @property
    def rounds(self) -> int:
        """Requests that the turn has sent since a person let it go on."""
        return rounds_so_far(self._conversation) + (self._conversation.step_id is not None)

    @property
    def job(self) -> Job | None:
        """The answer that is arriving, if one is."""
        return self._desk.job(self._conversation)

    @property
    def round(self) -> Round | None:
        """The calls that are being answered, if some are."""
        return self._round

    @property
    def is_running(self) -> bool:
        """Whether it goes on; read it before anything else, then nothing is missed."""
        return not self._ended.is_set()

    @property
    def version(self) -> int:
        """How often it has changed."""
        return self._changes.version

    def wait_for_change(self, seen: int, *, timeout_s: float) -> int:
        """Waits until there is more than at ``seen``, or for that long. The next ``seen``."""
        return self._changes.wait(seen, timeout_s=timeout_s)

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end, which includes that it is saved. Whether it came."""
        return self._ended.wait(timeout_s)

    def start(self, *, asks: bool) -> None:
        """Begins on a thread of its own; with ``asks``, once the first request is recorded.

        Without, with the calls that are pending. Raises ``StoreError``.
        """
        self._keeper.begin(self._conversation)
        if asks:
            self._ask()
        threading.Thread(
            target=self._work, name=f"loop-{self._conversation.id[:8]}", daemon=True
        ).start()

    def stop(self) -> None:
        """Ends it at once, wherever it is; what had come stays, and the conversation is whole."""
        self._stop.stop()

    def surround(self, conversation: Conversation) -> None:
        """Takes what a person has changed around the turn; its next request is sent with that.

        The gateway, the model and the settings stay: those are the next turn's.
        """
        with self._lock:
            own = self._conversation
            theirs = replace(
                conversation, base_url=own.base_url, model=own.model, settings=own.settings
            )
            self._conversation = with_turn_of(theirs, own)

    def _work(self) -> None:
        pause = _OUR_MISTAKE
        try:
            pause = self._answer_calls() if self._only else self._go_on()
        except StoreError as error:
            pause = f"{error.message} {error.advice}".strip()
        finally:
            self._end(pause)

    def _end(self, pause: str) -> None:
        try:
            self._change_to(replace(self._conversation, pause=pause))
            self._save()
        finally:  # Whoever waits must not wait for ever.
            self._ended.set()
            self._changes.tell()

    def _go_on(self) -> str:
        """Until the answer is final; why it stopped before, or nothing."""
        while True:
            if not self._await_answer() or not self._conversation.pending_calls:
                return STOPPED if self._stop.is_set else ""
            for step in (self._reason_to_wait, self._answer_calls, self._reason_to_end, self._ask):
                if reason := step():
                    return reason

    def _await_answer(self) -> bool:
        """Whether the awaited answer came whole, or there was none to wait for."""
        if self._conversation.step_id is None:
            return True
        if job := self.job:
            with self._stop.telling(job.stop):
                job.wait()
        with self._lock:
            self._conversation = self._desk.settled(self._conversation)
        self._save()
        last = self._conversation.entries[-1].outcome
        is_whole = last is not None and last.status is StepStatus.FINISHED
        return self._conversation.step_id is None and is_whole

    def _reason_to_wait(self) -> str:
        if self._stop.is_set:
            return STOPPED
        return reason_to_wait(self._conversation, self._asking.profile)

    def _answer_calls(self) -> str:
        automation = self._conversation.automation
        rules = Rules(makes_up=automation.mode == "all", repairs=automation.repairs)
        self._round = Round(
            [one for one in self._situations() if self._is_wanted(one.call)],
            self._asking.outside,
            rules=rules,
        )
        self._changes.tell()
        answers = self._round.run(stop=self._stop, tell=self._changes.tell)
        self._change_to(with_answers(self._conversation, answers, is_stopped=self._stop.is_set))
        self._round = None
        return "" if self._only else self._take_results()

    def _situations(self) -> tuple[Situation, ...]:
        tools = check_toolset(self._conversation.toolset).tools
        found = situations(self._conversation, tools, known=self._asking.known)
        order = self._asking.fault
        if order is None:
            return found
        is_due = not self._has_fault
        self._has_fault = self._has_fault or any(is_for(order, one) for one in found)
        return with_one_fault(found, order if is_due else None)

    def _is_wanted(self, call: Call) -> bool:
        return call.id in self._only if self._only else needs_answer(self._conversation, call)

    def _take_results(self) -> str:
        """Puts the results into the conversation, if all are there; why not, otherwise."""
        if self._stop.is_set:
            return STOPPED
        taken = with_results(self._conversation)
        if taken is None:
            return FOR_YOUR_RESULT
        self._change_to(taken)
        self._save()
        return ""

    def _reason_to_end(self) -> str:
        if self._stop.is_set:
            return STOPPED
        return reason_to_end(self._conversation, self._asking.profile)

    def _ask(self) -> str:
        """Sends the conversation. Raises ``StoreError`` where that can't be recorded."""
        conversation, asking = self._conversation, self._asking
        definitions = [tool.definition() for tool in check_toolset(conversation.toolset).tools]
        asked = self._desk.ask(
            conversation,
            definitions,
            gateway=asking.gateway,
            profile=asking.profile,
            remedy=asking.remedy,
        )
        self._asking = replace(asking, remedy=None)
        self._change_to(asked)
        self._save()
        return ""

    def _change_to(self, turn: Conversation) -> None:
        with self._lock:
            self._conversation = with_turn_of(self._conversation, turn)
        self._changes.tell()

    def _save(self) -> None:
        sent = self._conversation
        saved = self._keeper.save(sent)
        with self._lock:
            if saved is not sent:
                self._conversation = with_turn_of(saved, self._conversation)
