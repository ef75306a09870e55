"""Probes of what an answer may be made of: JSON, images, several choices, probabilities."""

import json

from switchboard.messages import Answer
from switchboard.probes.colours import says_red
from switchboard.probes.picture import RED_SQUARE
from switchboard.probes.probe import Judgement, Probe, odd, yes
from switchboard.probes.speaking import asked, quoted
from switchboard.wire import Json, JsonObject

# `json_object` is refused unless the word JSON stands in a message (OpenAI API reference).
_SUM = asked("How much is 2 + 3? Answer in JSON, as an object with the key sum.")
_SCHEMA: JsonObject = {
    "type": "object",
    "properties": {"sum": {"type": "integer"}},
    "required": ["sum"],
    "additionalProperties": False,
}
_QUESTION: list[Json] = [
    {
        "role": "user",
        "content": [
            {"type": "text", "text": "What colour is this square? Answer with one word."},
            {"type": "image_url", "image_url": {"url": RED_SQUARE}},
        ],
    }
]


def _json_object(answer: Answer, _: str) -> Judgement:
    if _object(answer) is None:
        return odd(f"It took the setting, but the answer is no JSON: {_words(answer)}.")
    return yes("The answer is a JSON object.")


def _json_schema(answer: Answer, _: str) -> Judgement:
    value = _object(answer)
    if value is None:
        return odd(f"It took the schema, but the answer is no JSON: {_words(answer)}.")
    if list(value) != ["sum"] or type(value["sum"]) is not int:
        return odd(f"The answer does not follow the schema: {_words(answer)}.")
    return yes("The answer follows the schema.")


def _image(answer: Answer, _: str) -> Judgement:
    if says_red(answer.message.text):
        return yes("It saw that the square is red.")
    return odd(f"It took the image but did not see a red square: {_words(answer)}.")


def _n(answer: Answer, _: str) -> Judgement:
    count = len(answer.choices)
    if count != 2:
        return odd(f"It took the setting but gave {count or 'no'} of the two answers.")
    return yes("Two answers to one request.")


def _logprobs(answer: Answer, _: str) -> Judgement:
    logprobs = answer.choices[0].logprobs if answer.choices else None
    content = (logprobs or {}).get("content")
    if not isinstance(content, list) or not content:
        return odd("It took the setting but gave no log probabilities.")
    first = content[0]
    if not isinstance(first, dict) or not first.get("top_logprobs"):
        return odd("It gave log probabilities without the alternatives that were asked for.")
    return yes("Log probabilities with their alternatives.")


def _object(answer: Answer) -> JsonObject | None:
    try:
        value = json.loads(answer.message.text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _words(answer: Answer) -> str:
    return quoted(answer.message.text)


_AS_SCHEMA: JsonObject = {
    "type": "json_schema",
    "json_schema": {"name": "answer", "strict": True, "schema": _SCHEMA},
}

JSON_OBJECT = Probe(
    "json-object",
    "response_format json_object",
    {"messages": _SUM, "response_format": {"type": "json_object"}},
    _json_object,
    "response_format",
)
JSON_SCHEMA = Probe(
    "json-schema",
    "response_format json_schema",
    {"messages": _SUM, "response_format": _AS_SCHEMA},
    _json_schema,
    "response_format",
)
IMAGE = Probe("image", "Image", {"messages": _QUESTION}, _image, "image_url")
N = Probe("n", "Two answers (n)", {"messages": asked("Name a fruit."), "n": 2}, _n, "n")
LOGPROBS = Probe(
    "logprobs",
    "Log probabilities",
    {"messages": asked("Reply with the single word OK."), "logprobs": True, "top_logprobs": 2},
    _logprobs,
    "logprobs",
)
