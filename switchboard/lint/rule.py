"""A rule, and a breach of it: values only."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from switchboard.lint.census import Census
from switchboard.lint.view import View
from switchboard.problems import JsonPath

When: TypeAlias = Literal["always", "strict", "native"]
Severity: TypeAlias = Literal["refused", "change", "advice"]


@dataclass(frozen=True, slots=True)
class Finding:
    """A place that breaks a rule."""

    path: JsonPath
    """From the function object, or from the margin; of a rule about the whole toolset from the
    toolset's root."""

    message: str
    """What is there, what the limit is, and what to do."""

    tool: int | None = None
    """Of a rule about the whole toolset: the index of the one tool that breaks it."""

    in_margin: bool = False
    """Whether it is about what is kept beside the function and never sent."""


ToolCheck: TypeAlias = Callable[[View], Iterable[Finding]]
ToolsetCheck: TypeAlias = Callable[[Sequence[Census]], Iterable[Finding]]


def nothing(_: object) -> Iterable[Finding]:
    """The check of a rule that looks at the other of the two: the tool, or the whole toolset."""
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table."""

    id: str
    targets: tuple[str, ...]
    """Ids; empty for advice on wording, which is the same for everybody."""

    when: When
    """``strict``: of tools that say so, and of all for a strict target. ``native``: only at the
    provider's own interface, not where it imitates OpenAI's."""

    what: str
    limit: str
    source: str
    severity: Severity
    """``change``: a mechanical change mends it. ``refused``: a person must think. ``advice``: it is
    taken as it is."""

    check: ToolCheck = field(default=nothing, repr=False, compare=False)
    check_all: ToolsetCheck = field(default=nothing, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where one target would not take a tool as it is, or a model might misread it."""

    rule: Rule
    target: str
    """Empty for advice on wording."""

    tool: int | None
    """Index in the toolset; ``None``: the toolset as a whole."""

    path: JsonPath
    """From the root of the toolset's text."""

    message: str
