"""What happens to a request, as events."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

from switchboard.gateway import ReplyReader
from switchboard.messages import Answer
from switchboard.runs import Fault, StepStatus, Timing


@dataclass(frozen=True, slots=True)
class Opened:
    """The gateway has answered with a status; the body follows."""

    http_status: int
    request_headers: dict[str, str]
    response_headers: dict[str, str]
    reader: ReplyReader
    """Where the answer grows; ``reader.answer()`` may be called from any thread at any time."""


@dataclass(frozen=True, slots=True)
class Received:
    """A piece of the body, exactly as it came and already read."""

    piece: bytes
    timing: Timing


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more will come. Always the last event, and there is always one."""

    status: StepStatus
    timing: Timing
    answer: Answer = field(default_factory=Answer)
    fault: Fault | None = None
    tries: str = ""
    """What became of the tries, where there were several; the first of the answer's notes begins
    with it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A try failed in a way that may pass; the next one follows by itself, unless stopped."""

    seconds: float
    until: datetime
    """UTC, aware: when the wait is over."""

    attempt: int
    """Which try comes next; 2 after the first."""

    of: int
    """How many tries there are at most."""

    because: str
    """What went wrong, as a sentence."""

    response_headers: dict[str, str] = field(default_factory=dict)
    """Of the reply that asks for the wait, secrets masked; empty when there was none."""


Event: TypeAlias = Opened | Received | Waiting | Ended
