"""A message in its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from switchboard.conversations.outcome import Outcome
from switchboard.messages import Message
from switchboard.responses import Response


def new_id() -> str:
    """An id that cannot be guessed: 32 hexadecimal digits."""
    return uuid4().hex


@dataclass(frozen=True, slots=True)
class Entry:
    """One message in its place, with an identity that survives edits."""

    message: Message
    id: str = field(default_factory=new_id)
    outcome: Outcome | None = None
    """Of the step that brought this message; ``None`` for what a person wrote or rewrote."""

    response: Response | None = None
    """Of a tool message: how the call came by it; ``None``: not known, or rewritten since."""
