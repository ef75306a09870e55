"""How a call came by its result."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from switchboard.messages import Usage
from switchboard.problems import Problem
from switchboard.responders import FaultKind

Source: TypeAlias = Literal[
    "hand",
    "fixed",
    "template",
    "schema",
    "model",
    "http",
    "mcp",
    "repeated",
    "plausible",
    "problems",
    "denial",
]
"""Who wrote a result: a person; a responder of that kind; whoever answered the same call before;
nobody, so that a plausible one was made up; the check of the call's arguments, whose problems are
the result; or a person's no."""


@dataclass(frozen=True, slots=True)
class Response:
    """How a call came by its result."""

    source: Source = "hand"
    responder: str = ""
    """``Responder.id``; empty where none answered."""

    fault: FaultKind | None = None
    """What was done to it on purpose."""

    told: str = ""
    """What exactly was done, as a sentence for the person; the model is not told."""

    problems: tuple[Problem, ...] = ()
    """Where it does not fit the tool's output schema."""

    duration_ms: float | None = None
    usage: Usage | None = None
    """What it cost where a model wrote it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a call is answered with."""

    text: str
    response: Response = Response()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Why nothing answered a call, as a sentence; a person can."""

    reason: str
    responder: str = ""
    """The responder that should have; empty where there is none."""
