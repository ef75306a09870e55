"""The bodies a gateway that keeps to the rules sends: streams, whole answers, errors, lists."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

DEFAULT_TEXT = "Hello from the scripted gateway."


def sse(*chunks: Mapping[str, Any] | str, done: bool = True) -> list[bytes]:
    """One event per chunk, as separate pieces; text stands as it is after ``data: ``."""
    texts = [c if isinstance(c, str) else json.dumps(c, ensure_ascii=False) for c in chunks]
    return [f"data: {text}\n\n".encode() for text in [*texts, *(["[DONE]"] if done else [])]]


def chunk(
    delta: Mapping[str, Any] | None = None, *, finish: str | None = None, **top: Any
) -> dict[str, Any]:
    """One correct chunk; without a delta and a finish reason its ``choices`` are empty."""
    choice = {"index": 0, "delta": delta or {}, "logprobs": None, "finish_reason": finish}
    return {
        "id": "chatcmpl-scripted",
        "object": "chat.completion.chunk",
        "created": 1_700_000_000,
        "model": "scripted-1",
        "choices": [] if delta is None and finish is None else [choice],
        **top,
    }


def usage(prompt: int = 12, completion: int = 7) -> dict[str, Any]:
    """A usage object."""
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
    }


def text_stream(text: str = DEFAULT_TEXT, *, pieces: Sequence[str] | None = None) -> list[bytes]:
    """A correct stream of text, by default word by word."""
    words = pieces if pieces is not None else _words(text)
    deltas = [chunk({"content": word}) for word in words]
    return _stream(deltas, finish="stop")


def choices_stream(*texts: str) -> list[bytes]:
    """A correct stream of several answers to one request, their words in turns."""
    rows = [_words(text) for text in texts]
    chunks = [
        _of_choice(index, {"content": words[place]})
        for place in range(max(map(len, rows)))
        for index, words in enumerate(rows)
        if place < len(words)
    ]
    ends = [_of_choice(index, {}, finish="stop") for index in range(len(texts))]
    return sse(*chunks, *ends, chunk(usage=usage()))


def call_stream(
    calls: Sequence[tuple[str, Mapping[str, Any] | str]], *, text: str = ""
) -> list[bytes]:
    """A correct stream of parallel calls, each ``(name, arguments)``; ids are ``call_1``, …"""
    deltas = [chunk({"content": word}) for word in _words(text)]
    for index, (name, arguments) in enumerate(calls):
        opening = {
            "index": index,
            "id": f"call_{index + 1}",
            "type": "function",
            "function": {"name": name, "arguments": ""},
        }
        deltas.append(chunk({"tool_calls": [opening]}))
        written = _arguments(arguments)
        for start in range(0, len(written), 5):
            piece = {"arguments": written[start : start + 5]}
            deltas.append(chunk({"tool_calls": [{"index": index, "function": piece}]}))
    return _stream(deltas, finish="tool_calls")


def completion_json(
    text: str | None = DEFAULT_TEXT,
    *,
    calls: Sequence[tuple[str, Mapping[str, Any] | str]] = (),
    finish: str | None = None,
) -> bytes:
    """A correct reply that is not streamed."""
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
    if calls:
        message["tool_calls"] = [
            {
                "id": f"call_{number}",
                "type": "function",
                "function": {"name": name, "arguments": _arguments(arguments)},
            }
            for number, (name, arguments) in enumerate(calls, start=1)
        ]
    finish = finish or ("tool_calls" if calls else "stop")
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": finish}
    reply = chunk(object="chat.completion", choices=[choice], usage=usage())
    return json.dumps(reply, ensure_ascii=False).encode()


def error_json(
    message: str, *, type: str = "invalid_request_error", param: str | None = None, code: Any = None
) -> bytes:
    """OpenAI's error envelope."""
    error = {"message": message, "type": type, "param": param, "code": code}
    return json.dumps({"error": error}).encode()


def models_json(*names: str) -> bytes:
    """A models list."""
    models = [
        {"id": name, "object": "model", "created": 1_700_000_000, "owned_by": "tests"}
        for name in names
    ]
    return json.dumps({"object": "list", "data": models}).encode()


def _of_choice(
    index: int, delta: Mapping[str, Any], *, finish: str | None = None
) -> dict[str, Any]:
    choice = {"index": index, "delta": delta, "logprobs": None, "finish_reason": finish}
    return chunk(choices=[choice])


def _stream(deltas: Iterable[Mapping[str, Any]], *, finish: str) -> list[bytes]:
    opening = chunk({"role": "assistant", "content": ""})
    return sse(opening, *deltas, chunk(finish=finish), chunk(usage=usage()))


def _words(text: str) -> list[str]:
    words = text.split(" ")
    return [word + " " for word in words[:-1]] + words[-1:] if text else []


def _arguments(arguments: Mapping[str, Any] | str) -> str:
    if isinstance(arguments, str):
        return arguments
    return json.dumps(arguments, ensure_ascii=False)
