"""What is wrong with a thread, and the change that mends it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from switchboard.conversations import Conversation

Change: TypeAlias = Callable[[Conversation], Conversation]

Kind: TypeAlias = Literal[
    "unanswered call",
    "second result",
    "result apart",
    "unknown id",
    "result without id",
    "call without id",
    "same id twice",
    "id of before",
    "late system message",
    "same role twice",
    "user after result",
    "empty answer",
    "broken arguments",
    "call name",
    "message name",
    "undefined",
    "nothing to answer",
]


@dataclass(frozen=True, slots=True)
class Repair:
    """One click."""

    label: str
    """What it does, for a button."""

    change: Change = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ThreadProblem:
    """One thing that a gateway refuses, or may refuse, in a conversation."""

    kind: Kind
    entry_id: str
    says: str
    """What is wrong, as sentences; what stands between backticks is quoted."""

    repair: Repair
    blocks: bool = True
    """Whether every gateway refuses it, so that nothing is sent before it is mended."""

    place: int = 0
    """Which of the entry's calls, from 0."""

    @property
    def key(self) -> str:
        """Unlike every other problem's of the same conversation."""
        return f"{self.kind}-{self.entry_id}-{self.place}".replace(" ", "-")
