"""Anthropic's rules for every tool, at its Messages interface and its OpenAI layer."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.references import address_of
from switchboard.lint.rules.roots import root_combined, root_of_another_type, root_without_type
from switchboard.lint.targets import ANTHROPIC
from switchboard.lint.view import View
from switchboard.tools.quoting import shown

_WHO = "Anthropic"
_ALWAYS = partial(Rule, targets=ANTHROPIC, when="always")


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
    _ALWAYS(
        id="AN-ROOT-TYPE",
        what="`type` at the root",
        limit="there, and one",
        source="anthropic-sdk-python types/tool_param.py",
        severity="change",
        check=partial(root_without_type, who=_WHO),
    ),
    _ALWAYS(
        id="AN-ROOT-TYPE-OBJECT",
        what="`type` at the root",
        limit="`object`",
        source="anthropic-sdk-python types/tool_param.py",
        severity="refused",
        check=partial(root_of_another_type, who=_WHO),
    ),
    _ALWAYS(
        id="AN-ROOT-COMB",
        what="choices at the root",
        limit="no oneOf, allOf, anyOf (nested is fine)",
        source="anthropics/claude-code#40075",
        severity="refused",
        check=partial(root_combined, who=_WHO, words=("oneOf", "allOf", "anyOf")),
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
    _ALWAYS(
        id="AN-S-FLAG",
        what="`strict` of the tool",
        limit="true or false",
        source="anthropic-sdk-python types/tool_param.py",
        severity="refused",
        check=_strict_no_flag,
    ),
)
