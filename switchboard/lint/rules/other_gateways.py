"""Rules of gateways that copy OpenAI's interface and differ in one thing."""

from collections.abc import Iterator, Sequence
from functools import partial

from switchboard.lint.census import Census
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.view import View

_MOST_FIELDS = 200


def _strict_said(view: View, *, who: str) -> Iterator[Finding]:
    if "strict" in view.function:
        yield Finding(("strict",), f"{who} refuses a tool that says `strict`. Leave it out there.")


def _closing_said(view: View) -> Iterator[Finding]:
    node = next((each for each in view.nodes if "additionalProperties" in each.schema), None)
    if node is not None:
        message = "Fireworks refuses `additionalProperties`. Leave it out there, on all levels."
        yield Finding((*node.path, "additionalProperties"), message)


def _too_many_fields(tools: Sequence[Census]) -> Iterator[Finding]:
    total = sum(each.fields for each in tools)
    if total > _MOST_FIELDS:
        message = f"Cohere's `strict_tools` takes {_MOST_FIELDS} properties in all tools"
        yield Finding((), f"{message}; these are {total}. Leave some out there.")


_ADVICE = partial(Rule, targets=("openai",), severity="advice")

RULES = (
    _ADVICE(
        id="CO-FIELDS",
        targets=("openai-strict",),
        when="strict",
        what="properties of all tools, Cohere's strict_tools",
        limit="200",
        source="docs.cohere.com/docs/tool-use-parameter-types",
        check_all=_too_many_fields,
    ),
    _ADVICE(
        id="XA-STRICT",
        when="always",
        what="`strict`, at xAI",
        limit="not sent",
        source="litellm llms/xai/chat/transformation.py",
        check=partial(_strict_said, who="xAI"),
    ),
    _ADVICE(
        id="FW-STRICT",
        when="always",
        what="`strict`, at Fireworks",
        limit="not sent",
        source="litellm llms/fireworks_ai/chat/transformation.py",
        check=partial(_strict_said, who="Fireworks"),
    ),
    _ADVICE(
        id="FW-STRICT-ADDL",
        when="always",
        what="`additionalProperties`, at Fireworks",
        limit="not sent",
        source="litellm llms/fireworks_ai/chat/transformation.py",
        check=_closing_said,
    ),
)
