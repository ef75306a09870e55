"""How a tool answers without existing, as its toolset says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from switchboard.problems import JsonPath
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Hand:
    """A person writes the result."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Always the same result."""

    result: Json
    """A text is sent as it is, anything else as JSON."""


@dataclass(frozen=True, slots=True)
class Template:
    """A result written by a Jinja template over the arguments."""

    text: str
    seed: int = 0
    """Of its random numbers: the same call in the same place always gets the same."""


@dataclass(frozen=True, slots=True)
class FromSchema:
    """A value made up from the tool's output schema."""

    seed: int = 0


@dataclass(frozen=True, slots=True)
class ByModel:
    """A result that a model makes up, playing the tool."""

    model: str
    base_url: str | None = None
    """Of the gateway; ``""``: the embedded one; ``None``: whichever the conversation is with."""

    instruction: str = ""
    """One thing it is told beside the tool's definition and the arguments."""


@dataclass(frozen=True, slots=True)
class Http:
    """The answer of a real endpoint. Every text is a Jinja template over the arguments."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True, slots=True)
class Mcp:
    """The answer of the real tool of an MCP server that the operator has named."""

    server: str
    tool: str = ""
    """Empty: the tool of the same name."""


Action: TypeAlias = Hand | Fixed | Template | FromSchema | ByModel | Http | Mcp


@dataclass(frozen=True, slots=True)
class Responder:
    """One way in which a tool can answer, and the arguments it is for."""

    action: Action
    when: JsonObject | None = None
    """A JSON Schema of the arguments; ``None``: any."""

    id: str = ""
    """Told from its words, so that it stays the same wherever it stands in the list."""

    path: JsonPath = field(default=(), compare=False)
    """Where it stands in the toolset's text."""


class FaultKind(StrEnum):
    """What can be done to a result on purpose, to see how a model bears it."""

    ERROR = "error"
    EXCEPTION = "exception"
    PERMISSION_DENIED = "permission_denied"
    NOT_FOUND = "not_found"
    RATE_LIMIT = "rate_limit"
    TIME_OUT = "time_out"
    SLOW = "slow"
    EMPTY = "empty"
    NULL = "null"
    TRUNCATED_JSON = "truncated_json"
    INVALID_JSON = "invalid_json"
    WRONG_TYPE = "wrong_type"
    MISSING_FIELD = "missing_field"
    EXTRA_FIELD = "extra_field"
    OVERSIZED = "oversized"
    WRONG_LANGUAGE = "wrong_language"
    STALE = "stale"
    CONTRADICTION = "contradiction"
    INJECTION = "injection"


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """Which faults a tool's results get, and how often."""

    chances: Mapping[FaultKind, float] = field(default_factory=dict)
    """0 to 1 each, together at most 1; what is left over is a result without a fault."""

    seed: int = 0


@dataclass(frozen=True, slots=True)
class ToolPlan:
    """Everything a toolset says of how one tool answers."""

    responders: tuple[Responder, ...] = ()
    """Tried in order; the first whose condition fits the arguments answers."""

    faults: FaultPlan = FaultPlan()
    output_schema: JsonObject | None = None
