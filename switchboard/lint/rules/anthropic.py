"""Anthropic's rules for every tool, at its Messages interface and its OpenAI layer."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.names import characters, length, parameter_names
from switchboard.lint.rules.references import address_of
from switchboard.lint.rules.roots import root_combined, root_of_another_type, root_without_type
from switchboard.lint.targets import ANTHROPIC
from switchboard.lint.view import View
from switchboard.tools.quoting import shown

_WHO = "Anthropic"
_NAME_SOURCE = "modelcontextprotocol/modelcontextprotocol#1345"


def _older_length(view: View) -> Iterator[Finding]:
    if 64 < len(view.name) <= 128:
        yield Finding(
            ("name",),
            f"Claude Desktop, and Anthropic before the middle of 2025, take names of at most 64"
            f" characters; this has {len(view.name)}. Shorten it to be safe.",
        )


def _references(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if address_of(node) is not None:
            yield Finding(
                (*node.path, "$ref"),
                "Custom tools of Anthropic's Managed Agents take no `$ref`"
                f" (in {place(node.path)}). Put what it names there.",
            )


def _strict_no_flag(view: View) -> Iterator[Finding]:
    strict = view.function.get("strict")
    if not isinstance(strict, bool | None):
        message = f"`strict` must be `true` or `false` for Anthropic; it is {shown(strict)}."
        yield Finding(("strict",), message)


def _strict_not_heeded(view: View) -> Iterator[Finding]:
    if view.function.get("strict") is True:
        message = (
            "Anthropic's OpenAI layer does not heed `strict`: arguments may break the schema."
            " Check them, or use the Messages interface."
        )
        yield Finding(("strict",), message)


RULES = (
    Rule(
        id="AN-NAME",
        targets=ANTHROPIC,
        when="always",
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
    Rule(
        id="AN-NAME-LEN",
        targets=ANTHROPIC,
        when="always",
        what="length of the name",
        limit="1 to 128",
        source=_NAME_SOURCE,
        severity="refused",
        check=partial(length, who=_WHO, most=128),
    ),
    Rule(
        id="AN-NAME-OLD",
        targets=ANTHROPIC,
        when="always",
        what="length of the name, Claude Desktop and before mid-2025",
        limit="1 to 64",
        source="apify/tester-mcp-client#11",
        severity="advice",
        check=_older_length,
    ),
    Rule(
        id="AN-ROOT-TYPE",
        targets=ANTHROPIC,
        when="always",
        what="`type` at the root",
        limit="there, and one",
        source="anthropic-sdk-python types/tool_param.py",
        severity="change",
        check=partial(root_without_type, who=_WHO),
    ),
    Rule(
        id="AN-ROOT-TYPE-OBJECT",
        targets=ANTHROPIC,
        when="always",
        what="`type` at the root",
        limit="`object`",
        source="anthropic-sdk-python types/tool_param.py",
        severity="refused",
        check=partial(root_of_another_type, who=_WHO),
    ),
    Rule(
        id="AN-ROOT-COMB",
        targets=ANTHROPIC,
        when="always",
        what="choices at the root",
        limit="no oneOf, allOf, anyOf (nested is fine)",
        source="anthropics/claude-code#40075",
        severity="refused",
        check=partial(root_combined, who=_WHO, words=("oneOf", "allOf", "anyOf")),
    ),
    Rule(
        id="AN-PROPKEY",
        targets=ANTHROPIC,
        when="always",
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
    Rule(
        id="AN-REF",
        targets=ANTHROPIC,
        when="native",
        what="`$ref` anywhere, Managed Agents' custom tools",
        limit="none",
        source="diegosouzapw/OmniRoute#13552",
        severity="advice",
        check=_references,
    ),
    Rule(
        id="AN-OAI",
        targets=("anthropic",),
        when="always",
        what="`strict` at the OpenAI layer",
        limit="not heeded",
        source="platform.claude.com/docs/cli-sdks-libraries/libraries/openai-sdk",
        severity="advice",
        check=_strict_not_heeded,
    ),
    Rule(
        id="AN-S-FLAG",
        targets=ANTHROPIC,
        when="always",
        what="`strict` of the tool",
        limit="true or false",
        source="anthropic-sdk-python types/tool_param.py",
        severity="refused",
        check=_strict_no_flag,
    ),
)
