"""A reply as the chunks of a stream: role, words or call fragments, the end, the usage."""

from collections.abc import Iterator, Sequence

from switchboard.offline.asking import Ask
from switchboard.offline.counting import split_tokens
from switchboard.offline.likelihood import logprobs_of
from switchboard.offline.replies import new_call_id, reply_frame, usage_of
from switchboard.offline.writing import Answer
from switchboard.wire import JsonObject

_REFUSAL: JsonObject = {"refusal": None}


def stream_chunks(ask: Ask, answers: Sequence[Answer]) -> Iterator[JsonObject]:
    """The chunks in the canonical order."""
    frame = reply_frame(ask, "chat.completion.chunk")
    nothing: JsonObject = {"usage": None} if ask.include_usage else {}
    for index, answer in enumerate(answers):
        for choice in _choices(ask, answer, index):
            yield {**frame, "choices": [choice], **nothing}
    if ask.include_usage:
        yield {**frame, "choices": [], "usage": usage_of(answers)}


def _choices(ask: Ask, answer: Answer, index: int) -> Iterator[JsonObject]:
    """The choice objects of one answer's chunks, in the canonical order."""
    yield _choice(index, {"role": "assistant", "content": None if answer.calls else "", **_REFUSAL})
    for token in answer.tokens:
        yield _choice(index, {"content": token}, logprobs_of((token,), ask.top_logprobs))
    for place, (name, arguments) in enumerate(answer.calls):
        for fragment in _fragments(place, name, arguments):
            yield _choice(index, {"tool_calls": [fragment]})
    yield {**_choice(index, {}), "finish_reason": answer.finish_reason}


def _fragments(place: int, name: str, arguments: str) -> Iterator[JsonObject]:
    opening: JsonObject = {"name": name, "arguments": ""}
    yield {"index": place, "id": new_call_id(), "type": "function", "function": opening}
    for token in split_tokens(arguments):
        yield {"index": place, "function": {"arguments": token}}


def _choice(index: int, delta: JsonObject, logprobs: JsonObject | None = None) -> JsonObject:
    return {"index": index, "delta": delta, "logprobs": logprobs, "finish_reason": None}
