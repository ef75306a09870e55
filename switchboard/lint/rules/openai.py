"""OpenAI's rules about every list of tools and every schema, and those of gateways that copy it."""

from collections.abc import Iterator, Sequence
from functools import partial

from switchboard.lint.census import Census
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.arrays import without_items
from switchboard.lint.rules.objects import required_no_list
from switchboard.lint.rules.roots import root_of_another_type, root_without_type
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import View

_MOST_TOOLS = 128
_ROOT_SOURCE = "containers/kubernetes-mcp-server#340, spring-projects/spring-ai#4776"
_ALWAYS = partial(Rule, targets=OPENAI, when="always")


def _too_many(tools: Sequence[Census]) -> Iterator[Finding]:
    if len(tools) > _MOST_TOOLS:
        yield Finding((), f"OpenAI takes {_MOST_TOOLS} tools; these are {len(tools)}. Remove some.")


def _none(tools: Sequence[Census]) -> Iterator[Finding]:
    if not tools:
        yield Finding((), "OpenAI refuses an empty list of `tools`. Leave `tools` out.")


def _root_without_properties(view: View) -> Iterator[Finding]:
    root = view.parameters
    if root and root.get("type") == "object" and root.get("properties") is None:
        message = "OpenAI wants `properties` in the parameters, even if empty. Add it."
        yield Finding(("parameters",), message)


RULES = (
    _ALWAYS(
        id="OA-TOOLS-MAX",
        what="number of tools",
        limit="128 (`array_above_max_length`)",
        source="vishalmysore/Tools4AI#16; OpenAI's OpenAPI description, functions.maxItems",
        severity="refused",
        check_all=_too_many,
    ),
    _ALWAYS(
        id="OA-TOOLS-EMPTY",
        what="`tools: []`",
        limit="refused (`empty_array`)",
        source="vllm-project/vllm#39780",
        severity="change",
        check_all=_none,
    ),
    _ALWAYS(
        id="OA-PARAM-ROOT",
        what="`type` at the root of `parameters`",
        limit="there, and one",
        source=_ROOT_SOURCE,
        severity="change",
        check=partial(root_without_type, who="OpenAI"),
    ),
    _ALWAYS(
        id="OA-PARAM-ROOT-TYPE",
        what="`type` at the root of `parameters`",
        limit="`object`",
        source=_ROOT_SOURCE,
        severity="refused",
        check=partial(root_of_another_type, who="OpenAI"),
    ),
    _ALWAYS(
        id="OA-PARAM-ROOT-PROPS",
        what="`properties` at the root of `parameters`",
        limit="there, even if empty",
        source=_ROOT_SOURCE,
        severity="change",
        check=_root_without_properties,
    ),
    _ALWAYS(
        id="OA-ARRAY-ITEMS",
        what="every array has `items`",
        limit="also in lists of types",
        source="sigoden/aichat#1049, tidewave-ai/tidewave_phoenix#224",
        severity="change",
        check=partial(without_items, who="OpenAI"),
    ),
    _ALWAYS(
        id="OA-REQ-ARRAY",
        what="`required` is a list",
        limit="never null",
        source="yomorun/yomo#860",
        severity="change",
        check=required_no_list,
    ),
)
