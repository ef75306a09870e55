"""OpenAI's rules for every tool, and those of gateways that copy it."""

from collections.abc import Iterator, Sequence
from functools import partial

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.arrays import without_items
from switchboard.lint.rules.names import characters, length
from switchboard.lint.rules.objects import required_no_list
from switchboard.lint.rules.roots import root_of_another_type, root_without_type
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import Census, View

_MOST_TOOLS = 128
_LONGEST_DESCRIPTION = 1_024
_NAME_SOURCE = "openai-python types/shared_params/function_definition.py"
_ROOT_SOURCE = "containers/kubernetes-mcp-server#340, spring-projects/spring-ai#4776"


def _too_many(tools: Sequence[Census]) -> Iterator[Finding]:
    if len(tools) > _MOST_TOOLS:
        yield Finding((), f"OpenAI takes {_MOST_TOOLS} tools; these are {len(tools)}. Remove some.")


def _none(tools: Sequence[Census]) -> Iterator[Finding]:
    if not tools:
        yield Finding((), "OpenAI refuses an empty list of `tools`. Leave `tools` out.")


def _long_description(view: View) -> Iterator[Finding]:
    if len(view.description) > _LONGEST_DESCRIPTION:
        yield Finding(
            ("description",),
            f"OpenAI has refused descriptions of more than {_LONGEST_DESCRIPTION} characters; this"
            f" has {len(view.description)}. Shorten it to be safe.",
        )


def _root_without_properties(view: View) -> Iterator[Finding]:
    root = view.parameters
    if root and root.get("type") == "object" and root.get("properties") is None:
        message = "OpenAI wants `properties` in the parameters, even if empty. Add it."
        yield Finding(("parameters",), message)


RULES = (
    Rule(
        id="OA-NAME-PATTERN",
        targets=OPENAI,
        when="always",
        what="characters of the name",
        limit="`^[a-zA-Z0-9_-]+$`",
        source=_NAME_SOURCE,
        severity="change",
        check=partial(
            characters,
            who="OpenAI",
            allowed=r"[a-zA-Z0-9_-]+",
            words="only letters (a to z), digits, `_` and `-`",
        ),
    ),
    Rule(
        id="OA-NAME-LEN",
        targets=OPENAI,
        when="always",
        what="length of the name, Chat Completions",
        limit="1 to 64",
        source=f"{_NAME_SOURCE}; mrexodia/ida-pro-mcp#129, QwenLM/Qwen3-VL#2069",
        severity="refused",
        check=partial(length, who="OpenAI", most=64),
    ),
    Rule(
        id="OA-NAME-LEN-RESP",
        targets=OPENAI,
        when="native",
        what="length of the name, Responses",
        limit="1 to 128",
        source="OpenAI's OpenAPI description, FunctionToolParam.name",
        severity="refused",
        check=partial(length, who="OpenAI's Responses", most=128),
    ),
    Rule(
        id="OA-TOOLS-MAX",
        targets=OPENAI,
        when="always",
        what="number of tools",
        limit="128 (`array_above_max_length`)",
        source="vishalmysore/Tools4AI#16; OpenAI's OpenAPI description, functions.maxItems",
        severity="refused",
        check_all=_too_many,
    ),
    Rule(
        id="OA-TOOLS-EMPTY",
        targets=OPENAI,
        when="always",
        what="`tools: []`",
        limit="refused (`empty_array`)",
        source="vllm-project/vllm#39780",
        severity="change",
        check_all=_none,
    ),
    Rule(
        id="OA-DESC-LEN",
        targets=OPENAI,
        when="always",
        what="length of the description",
        limit="1,024 (seen 2024-11 to 2025-05, undocumented)",
        source="getsentry/sentry-mcp#106, gptme/gptme#1697",
        severity="advice",
        check=_long_description,
    ),
    Rule(
        id="OA-PARAM-ROOT",
        targets=OPENAI,
        when="always",
        what="`type` at the root of `parameters`",
        limit="there, and one",
        source=_ROOT_SOURCE,
        severity="change",
        check=partial(root_without_type, who="OpenAI"),
    ),
    Rule(
        id="OA-PARAM-ROOT-TYPE",
        targets=OPENAI,
        when="always",
        what="`type` at the root of `parameters`",
        limit="`object`",
        source=_ROOT_SOURCE,
        severity="refused",
        check=partial(root_of_another_type, who="OpenAI"),
    ),
    Rule(
        id="OA-PARAM-ROOT-PROPS",
        targets=OPENAI,
        when="always",
        what="`properties` at the root of `parameters`",
        limit="there, even if empty",
        source=_ROOT_SOURCE,
        severity="change",
        check=_root_without_properties,
    ),
    Rule(
        id="OA-ARRAY-ITEMS",
        targets=OPENAI,
        when="always",
        what="every array has `items`",
        limit="also in lists of types",
        source="sigoden/aichat#1049, tidewave-ai/tidewave_phoenix#224",
        severity="change",
        check=partial(without_items, who="OpenAI"),
    ),
    Rule(
        id="OA-REQ-ARRAY",
        targets=OPENAI,
        when="always",
        what="`required` is a list",
        limit="never null",
        source="yomorun/yomo#860",
        severity="change",
        check=required_no_list,
    ),
)
