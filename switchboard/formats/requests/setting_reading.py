"""The settings of a Chat request's body; what is none stays as free JSON, so that it is sent.

The opposite of ``payload.fields``. A field with a value of another type than it should have is no
setting either: it is sent as it was written, and the gateway says what it thinks of it.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from switchboard.formats.requests.choices import response_format_of, tool_choice_of
from switchboard.formats.requests.notes import Notes
from switchboard.formats.wording import code
from switchboard.payload.secret_fields import secret_fields
from switchboard.settings import Settings
from switchboard.wire import Json, JsonObject

# `stream_options` goes by itself with a stream; `functions` are read as tools.
_READ_ELSEWHERE = frozenset(("model", "messages", "tools", "functions", "stream", "stream_options"))


def chat_settings(body: JsonObject, notes: Notes) -> Settings:
    """Every field that the sidebar has, and the others as ``extra_body``."""
    given: dict[str, Any] = {}
    rest: JsonObject = {}
    for name, value in body.items():
        if name not in _READ_ELSEWHERE:
            field, reader = _FIELDS.get(name, ("", _nothing))
            read = reader(value)
            if read is None or field in given:
                rest[name] = value
            else:
                given[field] = read
    settings = replace(Settings(stream=body.get("stream") is True), **given)
    return replace(settings, extra_body=_free_json(rest, notes))


def _free_json(rest: JsonObject, notes: Notes) -> str:
    """The text of what is left, without what is named like a key."""
    kept = {name: value for name, value in rest.items() if value is not None}
    secret = [name for name in kept if any(secret_fields({name: kept[name]}))]
    for name in secret:
        del kept[name]
    if secret:
        notes.say(f"Named like a key, and not kept: {code(*secret)}.")
    if kept:
        notes.say(f"Sent as free JSON, since no setting has that name or value: {code(*kept)}.")
    return json.dumps(kept, ensure_ascii=False, indent=2) if kept else ""


def _number(value: Json) -> float | int | None:
    return value if isinstance(value, int | float) and not isinstance(value, bool) else None


def _integer(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _truth(value: Json) -> bool | None:
    return value if isinstance(value, bool) else None


def _text(value: Json) -> str | None:
    return value if isinstance(value, str) and value else None


def _stop(value: Json) -> tuple[str, ...] | None:
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not texts:
        return None
    return tuple(map(str, texts)) if all(isinstance(each, str) for each in texts) else None


def _texts_by_name(value: Json) -> dict[str, Json] | None:
    """As free JSON, those that are named like keys are told of and left out."""
    is_one = isinstance(value, dict) and all(isinstance(each, str) for each in value.values())
    is_held = is_one and not any(secret_fields(value))
    return value if is_held and isinstance(value, dict) and value else None


def _integers_by_name(value: Json) -> dict[str, Json] | None:
    is_one = isinstance(value, dict) and all(_integer(each) is not None for each in value.values())
    return value if is_one and isinstance(value, dict) and value else None


def _nothing(_: Json) -> None:
    return None


_FIELDS: dict[str, tuple[str, Callable[[Json], object]]] = {
    "temperature": ("temperature", _number),
    "top_p": ("top_p", _number),
    "max_tokens": ("max_tokens", _integer),
    "max_completion_tokens": ("max_tokens", _integer),
    "tool_choice": ("tool_choice", tool_choice_of),
    "parallel_tool_calls": ("parallel_tool_calls", _truth),
    "response_format": ("response_format", response_format_of),
    "reasoning_effort": ("reasoning_effort", _text),
    "verbosity": ("verbosity", _text),
    "n": ("n", _integer),
    "stop": ("stop", _stop),
    "seed": ("seed", _integer),
    "frequency_penalty": ("frequency_penalty", _number),
    "presence_penalty": ("presence_penalty", _number),
    "logit_bias": ("logit_bias", _integers_by_name),
    "logprobs": ("logprobs", _truth),
    "top_logprobs": ("top_logprobs", _integer),
    "service_tier": ("service_tier", _text),
    "store": ("store", _truth),
    "metadata": ("metadata", _texts_by_name),
    "prompt_cache_key": ("prompt_cache_key", _text),
    "safety_identifier": ("safety_identifier", _text),
    "user": ("user", _text),
}
