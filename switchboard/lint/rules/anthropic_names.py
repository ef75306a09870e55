"""Anthropic's rules about names."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.names import characters, length, parameter_names
from switchboard.lint.targets import ANTHROPIC
from switchboard.lint.view import View

_WHO = "Anthropic"
_NAME_SOURCE = "modelcontextprotocol/modelcontextprotocol#1345"
_ALWAYS = partial(Rule, targets=ANTHROPIC, when="always")


def _older_length(view: View) -> Iterator[Finding]:
    if 64 < len(view.name) <= 128:
        yield Finding(
            ("name",),
            f"Claude Desktop, and Anthropic before the middle of 2025, take names of at most 64"
            f" characters; this has {len(view.name)}. Shorten it to be safe.",
        )


RULES = (
    _ALWAYS(
        id="AN-NAME",
        what="characters of the name",
        limit="`^[a-zA-Z0-9_-]+$`",
        source=_NAME_SOURCE,
        severity="change",
        check=partial(
            characters,
            who=_WHO,
            allowed=r"[a-zA-Z0-9_-]+",
            words="only letters (a to z), digits, `_` and `-`",
        ),
    ),
    _ALWAYS(
        id="AN-NAME-LEN",
        what="length of the name",
        limit="1 to 128",
        source=_NAME_SOURCE,
        severity="refused",
        check=partial(length, who=_WHO, most=128),
    ),
    _ALWAYS(
        id="AN-NAME-OLD",
        what="length of the name, Claude Desktop and before mid-2025",
        limit="1 to 64",
        source="apify/tester-mcp-client#11",
        severity="advice",
        check=_older_length,
    ),
    _ALWAYS(
        id="AN-PROPKEY",
        what="names of the parameters (nested ones are not looked at)",
        limit="`^[a-zA-Z0-9_.-]{1,64}$`",
        source="diegosouzapw/OmniRoute#13552; aws-solutions-library-samples/accelerated-intelligent"
        "-document-processing-on-aws#709",
        severity="refused",
        check=partial(
            parameter_names,
            who=_WHO,
            allowed=r"[a-zA-Z0-9_.-]{1,64}",
            words="1 to 64 letters (a to z), digits, `_`, `.` and `-`",
        ),
    ),
)
