"""A conversation as a value: what stands in it, and each change as a new one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from switchboard.automation import Automation
from switchboard.conversations.branch import Branch
from switchboard.conversations.entry import Entry, new_id
from switchboard.conversations.preparation import Preparation
from switchboard.conversations.results import (
    end_of_results,
    first_result,
    pending_calls,
    stray_results,
)
from switchboard.messages import Call, Message
from switchboard.settings import Settings

OFFLINE = ""
"""The ``base_url`` of a conversation with the embedded gateway, whose port changes daily."""


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
    automation: Automation = Automation()
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Results typed but not sent, by call id."""

    preparations: Mapping[str, Preparation] = field(default_factory=dict)
    """What else is made ready for pending calls, by call id."""

    pause: str = ""
    """Why the turn does not go on by itself, as a sentence; empty when it does, or is over."""

    let_go_at: int = 0
    """How many entries there were when a person last let a turn go on that had come to a stop:
    its rounds are counted from there."""

    branch: Branch | None = None
    """Where it left another conversation; ``None``: nowhere."""

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
        return pending_calls(self.entries)

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
        start = self._index(entry_id) + 1
        return first_result(self.entries, call_id, start=start)

    @property
    def stray_results(self) -> frozenset[str]:
        """The entries of results that ``result_of`` finds for no call: they are drawn alone."""
        return stray_results(self.entries)

    def added(self, *entries: Entry) -> Conversation:
        """With these entries at the end."""
        return replace(self, entries=(*self.entries, *entries))

    def replaced(self, entry_id: str, message: Message) -> Conversation:
        """With this message in the entry's place; it is no longer what a step brought."""
        old = self.entry(entry_id)
        new = replace(old, message=message, outcome=None, response=None)
        entries = tuple(new if entry is old else entry for entry in self.entries)
        return replace(self, entries=entries, pause="", step_id=None)

    def preparation(self, call_id: str) -> Preparation:
        """What is made ready for a call; an empty one where nothing is."""
        return self.preparations.get(call_id, Preparation())

    def prepared(self, call_id: str, preparation: Preparation) -> Conversation:
        """With this made ready for a call."""
        return replace(self, preparations={**self.preparations, call_id: preparation})

    def inserted(self, entry: Entry, *, beside: str | None, is_above: bool = False) -> Conversation:
        """With this entry above or below another, and below that one's results; ``None``: last."""
        if beside is None:
            return replace(self.added(entry), step_id=None)
        index = self._index(beside)
        if not is_above:
            has_calls = self.entries[index].message.calls
            index = end_of_results(self.entries, index + 1) if has_calls else index + 1
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
        end = end_of_results(self.entries, start + 1) if message.calls else start + 1
        kept = self.entries[:start] + self.entries[end:]
        if message.role == "tool" and entry_id not in self.stray_results:
            kept = self.entries[:start] + self.entries[end : end_of_results(self.entries, end)]
        left = self.freed({call.id for call in message.calls})
        return replace(left, entries=kept, pause="", run_id=None, step_id=None)

    def freed(self, call_ids: Collection[str]) -> Conversation:
        """Without anything made ready for these calls."""
        drafts = {key: each for key, each in self.drafts.items() if key not in call_ids}
        kept = {key: each for key, each in self.preparations.items() if key not in call_ids}
        return replace(self, drafts=drafts, preparations=kept)

    def cut_after(self, entry_id: str) -> Conversation:
        """Without everything that stands below this entry."""
        entries = self.entries[: self._index(entry_id) + 1]
        return replace(self._at_rest(), entries=entries)

    def up_to(self, entry_id: str) -> Conversation:
        """Cut so that the model's turn is next: before an answer, after a person's message, after
        the last of the results among which a result stands."""
        index = self._index(entry_id)
        role = self.entries[index].message.role
        end = index if role == "assistant" else index + 1
        if role == "tool":
            end = end_of_results(self.entries, index)
        return replace(self._at_rest(), entries=self.entries[:end])

    def started_anew(self) -> Conversation:
        """An empty conversation with the same system message, toolset, model and settings."""
        return replace(self._at_rest(), id=new_id(), entries=(), branch=None)

    def _at_rest(self) -> Conversation:
        """With nothing made ready, and nothing under way."""
        return replace(
            self, drafts={}, preparations={}, pause="", let_go_at=0, run_id=None, step_id=None
        )

    def _index(self, entry_id: str) -> int:
        for index, entry in enumerate(self.entries):
            if entry.id == entry_id:
                return index
        raise KeyError(entry_id)
