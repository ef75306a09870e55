"""What a person may set for a request, and what a gateway and model accept of it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

ToolChoice: TypeAlias = Literal["none", "auto", "required"] | tuple[Literal["function"], str]
"""``("function", name)`` asks for that one function."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The request's settings. ``None`` means: not set, so not sent."""

    temperature: float | None = None
    """0 to 2."""

    max_tokens: int | None = None
    """The most the answer may cost, in tokens, reasoning included; the profile says in which
    field it is sent."""

    tool_choice: ToolChoice | None = None
    parallel_tool_calls: bool | None = None
    reasoning_effort: str | None = None
    stream: bool = True


@dataclass(frozen=True, slots=True)
class Profile:
    """What a gateway and model accept."""

    name: str = "standard"
    token_limit_field: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    system_role: Literal["system", "developer"] = "system"
    refused: frozenset[str] = frozenset()
    """Names of request fields that are answered with an error, so never sent."""

    reasoning_efforts: tuple[str, ...] = ()
    """The values ``reasoning_effort`` may take; empty when the model takes none."""
