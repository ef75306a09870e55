"""The top-level fields of a request: their types and ranges.

Source: ``CreateChatCompletionRequest`` of OpenAI's OpenAPI description; the wording of the
refusals is the service's own.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from switchboard.offline.checking.kinds import (
    Kind,
    expect,
    expect_array,
    expect_choice,
    expect_string,
)
from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Field:
    """What one field may hold. ``null`` always means the field was not given."""

    kinds: tuple[Kind, ...]
    least: float | None = None
    most: float | None = None
    choices: tuple[str, ...] = ()


_FLAG = Field(("boolean",))
_TEXT = Field(("string",))
_OBJECT = Field(("object",))
_COUNT = Field(("integer",), least=1)
_PENALTY = Field(("decimal",), least=-2, most=2)

FIELDS: Mapping[str, Field] = {
    "model": _TEXT,
    "messages": Field(("array",)),
    "stream": _FLAG,
    "stream_options": _OBJECT,
    "max_completion_tokens": _COUNT,
    "max_tokens": _COUNT,
    "temperature": Field(("decimal",), least=0, most=2),
    "top_p": Field(("decimal",), least=0, most=1),
    "frequency_penalty": _PENALTY,
    "presence_penalty": _PENALTY,
    "n": Field(("integer",), least=1, most=128),
    "stop": Field(("string", "array")),
    "seed": Field(("integer",), least=-(2**63), most=2**63 - 1),
    "logprobs": _FLAG,
    "top_logprobs": Field(("integer",), least=0, most=20),
    "logit_bias": _OBJECT,
    "response_format": _OBJECT,
    "tools": Field(("array",)),
    "tool_choice": Field(("string", "object")),
    "parallel_tool_calls": _FLAG,
    "functions": Field(("array",)),
    "function_call": Field(("string", "object")),
    "reasoning_effort": _TEXT,
    "verbosity": Field(("string",), choices=("low", "medium", "high")),
    "service_tier": Field(
        ("string",), choices=("auto", "default", "flex", "scale", "priority", "fast")
    ),
    "store": _FLAG,
    "metadata": _OBJECT,
    "prompt_cache_key": _TEXT,
    "prompt_cache_options": _OBJECT,
    "prompt_cache_retention": Field(("string",), choices=("in_memory", "in-memory", "24h")),
    "safety_identifier": _TEXT,
    "user": _TEXT,
    "modalities": Field(("array",)),
    "audio": _OBJECT,
    "prediction": _OBJECT,
    "moderation": _OBJECT,
    "web_search_options": _OBJECT,
}


def check_fields(body: JsonObject) -> None:
    """Refuses an unknown field, a wrong type, a number out of range, a word not offered."""
    for name, value in body.items():
        if name not in FIELDS:
            raise Refusal(f"Unrecognized request argument supplied: {name}")
        if value is not None:
            _check_field(name, value, FIELDS[name])
    _check_stop(body.get("stop"))
    _check_strings(body.get("metadata"), "metadata")
    _check_modalities(body.get("modalities"))


def _check_field(name: str, value: Json, field: Field) -> None:
    expect(value, name, *field.kinds)
    if isinstance(value, int | float) and not isinstance(value, bool):
        _check_range(name, value, field)
    if field.choices:
        expect_choice(value, name, *field.choices)


def _check_range(name: str, value: float, field: Field) -> None:
    kind = field.kinds[0]
    if field.least is not None and value < field.least:
        raise Refusal(
            f"Invalid '{name}': {kind} below minimum value. "
            f"Expected a value >= {field.least}, but got {value} instead.",
            param=name,
            code=f"{kind}_below_min_value",
        )
    if field.most is not None and value > field.most:
        raise Refusal(
            f"Invalid '{name}': {kind} above maximum value. "
            f"Expected a value <= {field.most}, but got {value} instead.",
            param=name,
            code=f"{kind}_above_max_value",
        )


def _check_stop(stop: Json) -> None:
    if not isinstance(stop, list):
        return
    check_length(stop, "stop", least=1, most=4)
    for index, text in enumerate(stop):
        expect_string(text, f"stop[{index}]")


def _check_strings(values: Json, path: str) -> None:
    if isinstance(values, dict):
        for key, value in values.items():
            expect_string(value, f"{path}.{key}")


def _check_modalities(modalities: Json) -> None:
    if modalities is None:
        return
    for index, value in enumerate(expect_array(modalities, "modalities")):
        expect_choice(value, f"modalities[{index}]", "text")


def check_length(values: list[Json], path: str, *, least: int, most: int) -> None:
    """Refuses an array that is empty, or longer than the reference allows."""
    if len(values) < least:
        raise Refusal(
            f"Invalid '{path}': empty array. Expected an array with minimum length {least}, "
            "but got an empty array instead.",
            param=path,
            code="empty_array",
        )
    if len(values) > most:
        raise Refusal(
            f"Invalid '{path}': array too long. Expected an array with maximum length {most}, "
            f"but got an array with length {len(values)} instead.",
            param=path,
            code="array_above_max_length",
        )
