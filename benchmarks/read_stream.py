"""What reading a stream costs beside ``json.loads`` on its lines, which no reader can do without.

Run: ``python -m benchmarks.read_stream [--rounds N]``. Touches no network.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import thread_time
from typing import Any, TypeAlias

from benchmarks.report import middle, ratio, table
from switchboard.gateway import ReplyReader

SIZES = (1_000, 10_000, 100_000)
_FORM_SIZE = 10_000
_PIECE = 65_536  # As much as one read of a socket gives.

Form: TypeAlias = Callable[[dict[str, Any], int], dict[str, Any]]
"""Makes of a chunk and its number what a gateway makes of it."""


def read_stream(rounds: int) -> None:
    """reading chunks of text and of calls, beside json.loads on the same lines"""
    header = ("", "json.loads", "64 KiB pieces", "ratio", "an event a piece", "ratio")
    for kind, delta in (("text", _text), ("calls", _call)):
        rows = [_row(f"{size:,} chunks", list(_lines(delta, size)), rounds) for size in SIZES]
        table(f"Reading {kind}, microseconds a chunk", header, rows)
    rows = [
        _row(f"{name}, {kind}", list(_lines(delta, _FORM_SIZE, form)), rounds)
        for name, form in _FORMS.items()
        for kind, delta in (("text", _text), ("calls", _call))
    ]
    table("Reading what gateways add, microseconds a chunk", header, rows)


def _row(name: str, lines: Sequence[bytes], rounds: int) -> list[str]:
    size = len(lines) - 1
    body = b"".join(lines)
    pieces = [body[at : at + _PIECE] for at in range(0, len(body), _PIECE)]
    texts = [line[6:].decode() for line in lines[:-1]]
    ways = [partial(_parse, texts), partial(_read, pieces), partial(_read, lines)]
    samples: list[list[float]] = [[], [], []]
    for _ in range(rounds):  # In turns, so that a busy moment meets all of them.
        for taken, way in zip(samples, ways, strict=True):
            taken.append(_seconds(way) * 1e6 / size)
    parsed, large, single = samples
    times = (middle(parsed, "µs"), middle(large, "µs"), ratio(large, parsed))
    return [name, *times, middle(single, "µs"), ratio(single, parsed)]


def _seconds(way: Callable[[], None]) -> float:
    """Processor time of this thread: what other programs do does not count."""
    started = thread_time()
    way()
    return thread_time() - started


def _parse(texts: Sequence[str]) -> None:
    for text in texts:
        json.loads(text)


def _read(pieces: Sequence[bytes]) -> None:
    reader = ReplyReader(status=200, content_type="text/event-stream")
    for piece in pieces:
        reader.feed(piece)
    reader.close()
    reader.answer()


def _lines(
    delta: Callable[[int], dict[str, Any]], size: int, form: Form | None = None
) -> Iterator[bytes]:
    for number in range(size - 1):
        chunk = _chunk(delta(number), None)
        yield _line(form(chunk, number) if form else chunk)
    yield _line(_chunk({}, "stop" if delta is _text else "tool_calls"))
    yield b"data: [DONE]\n\n"


def _line(chunk: dict[str, Any]) -> bytes:
    return b"data: " + json.dumps(chunk, separators=(",", ":")).encode() + b"\n\n"


def _chunk(delta: dict[str, Any], finish: str | None) -> dict[str, Any]:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return {
        "id": "chatcmpl-BxFh3kq0Vd1W9sTnZr7LmYcE5uPaG",
        "object": "chat.completion.chunk",
        "created": 1_700_000_000,
        "model": "scripted-1",
        "system_fingerprint": "fp_0123456789",
        "choices": [choice],
    }


def _dated(chunk: dict[str, Any], number: int) -> dict[str, Any]:
    return chunk | {"created": 1_700_000_000 + number}


def _padded(chunk: dict[str, Any], number: int) -> dict[str, Any]:
    return chunk | {"usage": None, "obfuscation": "aZ3kQ9xW"[number % 8 :]}


def _with_null_keys(chunk: dict[str, Any], _number: int) -> dict[str, Any]:
    chunk["choices"][0] |= {"stop_reason": None, "token_ids": None}
    return chunk


def _with_types(chunk: dict[str, Any], _number: int) -> dict[str, Any]:
    for call in chunk["choices"][0]["delta"].get("tool_calls", ()):
        call |= {"type": "function", "id": call.get("id")}
        call["function"].setdefault("name", None)
    return chunk


_FORMS: dict[str, Form] = {
    "a date a chunk (litellm)": _dated,
    "padding (OpenAI)": _padded,
    "null keys (vLLM)": _with_null_keys,
    "types and nulls (litellm)": _with_types,
}


def _text(number: int) -> dict[str, Any]:
    return {"content": f" word{number % 97}"}


def _call(number: int) -> dict[str, Any]:
    """A call of 50 fragments after another, as long as there are any."""
    index, fragment = divmod(number, 50)
    if fragment:
        ends = '0"}' if fragment == 49 else f"a{fragment}"
        return {"tool_calls": [{"index": index, "function": {"arguments": ends}}]}
    opening = {"name": "get_weather", "arguments": '{"city":"'}
    call = {"index": index, "id": f"call_{index}", "type": "function", "function": opening}
    return {"tool_calls": [call]}


def main() -> None:
    """Runs it alone, without a browser."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.read_stream")
    parser.add_argument("--rounds", type=int, default=5, help="samples of each (default 5)")
    read_stream(parser.parse_args().rounds)


if __name__ == "__main__":
    main()
