"""A reply as server-sent events: role, words or call fragments, the end, the usage."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass

from switchboard.offline.asking import Ask
from switchboard.offline.counting import split_tokens
from switchboard.offline.likelihood import logprobs_of
from switchboard.offline.replies import new_call_id, reply_frame, usage_of
from switchboard.offline.writing import Answer
from switchboard.wire import Json, JsonObject

# Reasoning tokens pass this much faster than words: nobody reads them.
_THOUGHTS_PER_WORD = 12


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast words come."""

    word_ms: float
    """Milliseconds per word; 0 for no delay."""

    async def wait(self, words: float) -> None:
        """Lets the time of that many words pass; other requests are served meanwhile."""
        await asyncio.sleep(self.word_ms * words / 1000)


async def stream_reply(ask: Ask, answers: Sequence[Answer], pace: Pace) -> AsyncIterator[bytes]:
    """The events of a stream, each as it is due. Ends early when the client has gone."""
    frame = reply_frame(ask, "chat.completion.chunk")
    nothing: JsonObject = {"usage": None} if ask.include_usage else {}
    await pace.wait(answers[0].reasoning_tokens / _THOUGHTS_PER_WORD)
    for index, answer in enumerate(answers):
        for choice in _choices(ask, answer, index):
            yield _event({**frame, "choices": [choice], **nothing})
            await pace.wait(1)
    if ask.include_usage:
        yield _event({**frame, "choices": [], "usage": usage_of(answers)})
    yield b"data: [DONE]\n\n"


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


def _event(chunk: Json) -> bytes:
    return (
        b"data: " + json.dumps(chunk, ensure_ascii=False, separators=(",", ":")).encode() + b"\n\n"
    )


_REFUSAL: JsonObject = {"refusal": None}
