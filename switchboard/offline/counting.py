"""Tokens, counted without a tokenizer: the same text always has the same count."""

import json
import re
from collections.abc import Iterable

from switchboard.wire import Json, JsonObject

# A blank goes with the word it precedes, a long word is cut, digits go in threes and a Chinese
# character stands alone: near what byte-pair encodings of today do with such text.
_TOKEN = re.compile(
    r"\s?[^\W\d_\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]{1,9}"
    r"|\s?\d{1,3}"
    r"|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    r"|\s?[^\w\s]{1,3}"
    r"|\s?_+"
    r"|\s+"
    r"|\w"
)

# What the reference charges for a message's frame and for the start of the answer.
_PER_MESSAGE = 3
_PER_ANSWER = 3
_PER_IMAGE = 85


def split_tokens(text: str) -> list[str]:
    """The text cut into tokens; joined they are the text."""
    return _TOKEN.findall(text)


def count_tokens(text: str) -> int:
    """How many tokens a text has."""
    return len(split_tokens(text))


def count_prompt(messages: Iterable[JsonObject], tools: list[Json]) -> int:
    """The tokens of everything that was sent."""
    counted = sum(_PER_MESSAGE + _count_content(message) for message in messages)
    return counted + _PER_ANSWER + sum(_count_json(tool) for tool in tools)


def _count_content(message: JsonObject) -> int:
    content = message.get("content")
    calls = message.get("tool_calls")
    parts = content if isinstance(content, list) else []
    text = content if isinstance(content, str) else ""
    spoken = count_tokens(text) + sum(_count_part(part) for part in parts)
    return spoken + (_count_json(calls) if calls else 0)


def _count_part(part: Json) -> int:
    if not isinstance(part, dict):
        return 0
    if part.get("type") == "image_url":
        return _PER_IMAGE
    return count_tokens(str(part.get("text", "")))


def _count_json(value: Json) -> int:
    return count_tokens(json.dumps(value, ensure_ascii=False)) // 2
