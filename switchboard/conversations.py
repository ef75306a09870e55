"""A conversation: its entries, and everything needed to go on with it on another day.

All values; every change gives a new conversation. It is kept as one document, so a reload, another
tab or another page finds the system message, the toolset and the settings as they were left.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import uuid4

from switchboard.messages import Call, Message, Usage
from switchboard.problems import Problem
from switchboard.runs import Fault, Step, StepStatus, Timing
from switchboard.settings import Settings

OFFLINE = ""
"""The ``base_url`` of a conversation with the embedded gateway, whose port changes daily."""


def new_id() -> str:
    """An id that cannot be guessed: 32 hexadecimal digits."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of a step beside its message: the quiet line under an answer."""

    step_id: str
    status: StepStatus
    model: str
    timing: Timing
    usage: Usage | None = None
    finish_reason: str | None = None
    notes: tuple[str, ...] = ()
    fault: Fault | None = None
    verdicts: tuple[tuple[Problem, ...], ...] = ()
    """For each call, what was wrong with it by the tools it was offered; empty: nothing."""

    choices: int = 1
    """How many answers the step brought. The others are kept with the step alone."""

    chosen: int = 0
    """Which of them, in their order, the message is."""

    has_logprobs: bool = False
    """Whether the step keeps how probable each token of the message was."""

    @classmethod
    def of(
        cls, step: Step, *, chosen: int = 0, verdicts: tuple[tuple[Problem, ...], ...] = ()
    ) -> Outcome:
        """The outcome of an ended step, of which this choice is the message."""
        choices = step.answer.choices
        choice = choices[chosen] if choices else None
        return cls(
            step_id=step.id,
            status=step.status,
            model=step.answer.model or step.model,
            timing=step.timing,
            usage=step.answer.usage,
            finish_reason=choice.finish_reason if choice else None,
            notes=step.answer.notes,
            fault=step.fault,
            verdicts=verdicts,
            choices=max(len(choices), 1),
            chosen=chosen,
            has_logprobs=bool(choice and choice.logprobs),
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One message in its place, with an identity that survives edits."""

    message: Message
    id: str = field(default_factory=new_id)
    outcome: Outcome | None = None
    """Of the step that brought this message; ``None`` for what a person wrote or rewrote."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Messages, and what they are sent with."""

    id: str = field(default_factory=new_id)
    system: str = ""
    entries: tuple[Entry, ...] = ()
    """Everything after the system message, in order."""

    toolset: str = ""
    """The text of the tool definitions, as typed: it need not be valid."""

    base_url: str = OFFLINE
    model: str = ""
    settings: Settings = Settings()
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Results typed but not sent, by call id."""

    run_id: str | None = None
    """The run of the turn under way."""

    step_id: str | None = None
    """The step whose answer is awaited, or that ended without one."""

    resent: tuple[str, ...] = ()
    """What was changed, a sentence each, because the gateway had refused the awaited step before;
    its answer is told with them."""

    @property
    def messages(self) -> tuple[Message, ...]:
        """The messages without the system message."""
        return tuple(entry.message for entry in self.entries)

    @property
    def pending_calls(self) -> tuple[Call, ...]:
        """The calls of the last assistant message that no result answers yet."""
        start = self._last_assistant()
        if start is None:
            return ()
        results = [entry.message for entry in self.entries[start + 1 :]]
        if any(message.role != "tool" for message in results):
            return ()
        answered = {message.call_id for message in results}
        calls = self.entries[start].message.calls
        return tuple(call for call in calls if call.id not in answered)

    @property
    def awaits_answer(self) -> bool:
        """Whether the last word is not the model's, so that its turn is next."""
        return bool(self.entries) and self.entries[-1].message.role != "assistant"

    @property
    def turn_start(self) -> int:
        """The index of the last thing the person said; 0 when nothing was."""
        spoken = (i for i, entry in enumerate(self.entries) if entry.message.role == "user")
        return max(spoken, default=0)

    def entry(self, entry_id: str) -> Entry:
        """Raises ``KeyError`` when there is none of that id."""
        return self.entries[self._index(entry_id)]

    def result_of(self, entry_id: str, call_id: str) -> Entry | None:
        """The tool message that answers a call of this assistant entry."""
        for entry in self.entries[self._index(entry_id) + 1 :]:
            if entry.message.role != "tool":
                return None
            if entry.message.call_id == call_id:
                return entry
        return None

    @property
    def stray_results(self) -> frozenset[str]:
        """The entries of results that ``result_of`` finds for no call: they are drawn alone."""
        waiting: set[str | None] = set()
        strays = set()
        for entry in self.entries:
            if entry.message.role != "tool":
                waiting = {call.id for call in entry.message.calls}
            elif entry.message.call_id in waiting:
                waiting.discard(entry.message.call_id)
            else:
                strays.add(entry.id)
        return frozenset(strays)

    def added(self, *entries: Entry) -> Conversation:
        """With these entries at the end."""
        return replace(self, entries=(*self.entries, *entries))

    def replaced(self, entry_id: str, message: Message) -> Conversation:
        """With this message in the entry's place; it is no longer what a step brought."""
        old = self.entry(entry_id)
        new = replace(old, message=message, outcome=None)
        entries = tuple(new if entry is old else entry for entry in self.entries)
        return replace(self, entries=entries, step_id=None)

    def inserted(self, entry: Entry, *, beside: str | None, is_above: bool = False) -> Conversation:
        """With this entry above or below another, and below that one's results; ``None``: last."""
        if beside is None:
            return replace(self.added(entry), step_id=None)
        index = self._index(beside)
        if not is_above:
            has_calls = self.entries[index].message.calls
            index = self._end_of_results(index + 1) if has_calls else index + 1
        entries = (*self.entries[:index], entry, *self.entries[index:])
        return replace(self, entries=entries, step_id=None)

    def taken_out(self, entry_id: str) -> Conversation:
        """Without this one entry, whatever becomes of the others."""
        entries = tuple(entry for entry in self.entries if entry.id != entry_id)
        return replace(self, entries=entries, step_id=None)

    def without(self, entry_id: str) -> Conversation:
        """Without the entry, and without what makes no sense when it is gone.

        With an answer go the results of its calls and their drafts. With a result goes whatever
        was said once it was known: its call is pending again. A stray result goes alone.
        """
        start = self._index(entry_id)
        message = self.entries[start].message
        end = self._end_of_results(start + 1) if message.calls else start + 1
        kept = self.entries[:start] + self.entries[end:]
        if message.role == "tool" and entry_id not in self.stray_results:
            kept = self.entries[:start] + self.entries[end : self._end_of_results(end)]
        gone = {call.id for call in message.calls}
        drafts = {key: draft for key, draft in self.drafts.items() if key not in gone}
        return replace(self, entries=kept, drafts=drafts, run_id=None, step_id=None)

    def cut_after(self, entry_id: str) -> Conversation:
        """Without everything that stands below this entry."""
        entries = self.entries[: self._index(entry_id) + 1]
        return replace(self, entries=entries, drafts={}, run_id=None, step_id=None)

    def up_to(self, entry_id: str) -> Conversation:
        """Cut so that the model's turn is next: before an answer, after a person's message, after
        the last of the results among which a result stands."""
        index = self._index(entry_id)
        role = self.entries[index].message.role
        end = index if role == "assistant" else index + 1
        if role == "tool":
            end = self._end_of_results(index)
        return replace(self, entries=self.entries[:end], drafts={}, run_id=None, step_id=None)

    def started_anew(self) -> Conversation:
        """An empty conversation with the same system message, toolset, model and settings."""
        return replace(self, id=new_id(), entries=(), drafts={}, run_id=None, step_id=None)

    def _index(self, entry_id: str) -> int:
        for index, entry in enumerate(self.entries):
            if entry.id == entry_id:
                return index
        raise KeyError(entry_id)

    def _end_of_results(self, index: int) -> int:
        while index < len(self.entries) and self.entries[index].message.role == "tool":
            index += 1
        return index

    def _last_assistant(self) -> int | None:
        for index in range(len(self.entries) - 1, -1, -1):
            if self.entries[index].message.role == "assistant":
                return index
        return None
