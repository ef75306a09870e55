"""OpenAI's rules about names and descriptions, and those of gateways that copy it."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.names import characters, length
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import View

_LONGEST_DESCRIPTION = 1_024
_NAME_SOURCE = "openai-python types/shared_params/function_definition.py"
_ALWAYS = partial(Rule, targets=OPENAI, when="always")


def _long_description(view: View) -> Iterator[Finding]:
    if len(view.description) > _LONGEST_DESCRIPTION:
        yield Finding(
            ("description",),
            f"OpenAI has refused descriptions of more than {_LONGEST_DESCRIPTION} characters; this"
            f" has {len(view.description)}. Shorten it to be safe.",
        )


RULES = (
    _ALWAYS(
        id="OA-NAME-PATTERN",
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
    _ALWAYS(
        id="OA-NAME-LEN",
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
    _ALWAYS(
        id="OA-DESC-LEN",
        what="length of the description",
        limit="1,024 (seen 2024-11 to 2025-05, undocumented)",
        source="getsentry/sentry-mcp#106, gptme/gptme#1697",
        severity="advice",
        check=_long_description,
    ),
)
