"""How much Anthropic's strict mode takes in one request."""

from collections.abc import Iterator, Sequence
from functools import partial

from switchboard.lint.census import Census
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.targets import ANTHROPIC

_PAGE = "lang_schema 0.7.1, after platform.claude.com's page on structured outputs"
_LIMITS = f"{_PAGE}; camel-ai/camel#4171, elizaOS/eliza#16499"
_STRICT = partial(Rule, targets=ANTHROPIC, when="strict")


def _too_many(tools: Sequence[Census], *, most: int) -> Iterator[Finding]:
    if len(tools) > most:
        message = f"Anthropic takes {most} strict tools in one request; these are {len(tools)}."
        yield Finding((), f"{message} Leave some out, or make some not strict.")


def _too_many_optional(tools: Sequence[Census], *, most: int) -> Iterator[Finding]:
    total = sum(each.optional for each in tools)
    if total > most:
        yield Finding(
            (),
            f"Anthropic takes {most} optional parameters in all strict tools of a request; these"
            f" are {total}. Require some, or make some tools not strict.",
        )


def _too_many_unions(tools: Sequence[Census], *, most: int) -> Iterator[Finding]:
    total = sum(each.unions for each in tools)
    if total > most:
        yield Finding(
            (),
            f"Anthropic takes {most} parameters with `anyOf` or several types in all strict tools"
            f" of a request; these are {total}. Give some a single type.",
        )


RULES = (
    _STRICT(
        id="AN-S-TOOLS",
        what="strict tools in a request",
        limit="20",
        source=_LIMITS,
        severity="refused",
        check_all=partial(_too_many, most=20),
    ),
    _STRICT(
        id="AN-S-OPT",
        what="optional parameters of all strict tools",
        limit="24",
        source=_LIMITS,
        severity="refused",
        check_all=partial(_too_many_optional, most=24),
    ),
    _STRICT(
        id="AN-S-UNION",
        what="parameters with anyOf or several types, of all strict tools",
        limit="16",
        source=_LIMITS,
        severity="refused",
        check_all=partial(_too_many_unions, most=16),
    ),
)
