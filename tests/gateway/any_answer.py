"""Any answer at all, and every legal way to send it."""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from switchboard.messages import Answer

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Told:
    """One choice of an answer, as a gateway would say it."""

    text: str
    reasoning: str
    refusal: str
    calls: tuple[tuple[str, str], ...]
    """Names and the text of their arguments."""

    finish: str


ARGUMENTS = st.dictionaries(
    TEXT, TEXT | st.integers() | st.dictionaries(TEXT, st.none()), max_size=2
)
CALL = st.tuples(
    st.sampled_from(["get_weather", "get_time"]),
    st.builds(json.dumps, ARGUMENTS, indent=st.sampled_from([None, 2]), ensure_ascii=st.booleans()),
)


def told(calls: tuple[tuple[str, str], ...]) -> st.SearchStrategy[Told]:
    finish = st.just("tool_calls") if calls else st.sampled_from(["stop", "length"])
    return st.builds(Told, TEXT, TEXT, TEXT, st.just(calls), finish)


ANSWERS = st.lists(st.lists(CALL, max_size=3).map(tuple).flatmap(told), min_size=1, max_size=3)
USAGES = st.none() | st.fixed_dictionaries(
    {name: st.integers(0, 9) for name in ("prompt_tokens", "completion_tokens", "total_tokens")}
)


def summary(answer: Answer) -> list[Told]:
    """The answer's choices in the same terms."""
    return [
        Told(
            choice.message.text,
            choice.message.reasoning or "",
            choice.message.refusal or "",
            tuple((call.name, call.arguments) for call in choice.message.calls),
            choice.finish_reason or "",
        )
        for choice in answer.choices
    ]


def chunks(choices: list[Told], usage: dict[str, int] | None, form: random.Random) -> list[Any]:
    """The chunks of a stream: each choice's in order, those of several mixed in any way."""
    waiting = [list(_deltas(choice, form)) for choice in choices]
    sent = []
    while any(waiting):
        index = form.choice([at for at, deltas in enumerate(waiting) if deltas])
        delta, finish = waiting[index].pop(0)
        choice = {"index": index, "delta": delta, "logprobs": None, "finish_reason": finish}
        sent.append(_chunk([_shuffled(choice, form)], form))
    return sent if usage is None else [*sent, _chunk([], form) | {"usage": usage}]


def whole(choices: list[Told], usage: dict[str, int] | None, form: random.Random) -> bytes:
    """The same in one piece, not streamed."""
    entries = [
        {"index": at, "message": _message(choice), "finish_reason": choice.finish}
        for at, choice in enumerate(choices)
    ]
    reply = _chunk(entries, form) | ({} if usage is None else {"usage": usage})
    return _json(reply, form).encode()


def stream(payloads: list[Any], form: random.Random) -> bytes:
    """The events, each in one of the legal ways to write it, perhaps after a byte-order mark."""
    events = b"".join(event(_json(payload, form), form) for payload in payloads)
    return BOM * form.choice([0, 0, 1]) + events + event("[DONE]", form)


def event(text: str, form: random.Random) -> bytes:
    """One event. What a field's line ends with may differ from line to line."""
    # A line that begins with a space keeps it only behind the optional one.
    data = [f"data: {line}" for line in text.split("\n")]
    if "\n" not in text and form.random() < 0.3:
        data = [f"data:{text}"]
    lines = [*_others(form), *data, *_others(form)]
    ended = "".join(line + form.choice(["\n", "\r\n", "\r"]) for line in lines)
    # CR and then LF would be one line end, and no blank line.
    return (
        ended + form.choice(["\r\n", "\r"] if ended[-1] == "\r" else ["\n", "\r\n", "\r"])
    ).encode()


def _others(form: random.Random) -> list[str]:
    """Lines that are legal anywhere in an event and say nothing of its data."""
    some = [":", ": ping", "id: 1", "id", "retry: 5", "event: message", "other: x", "other"]
    return form.sample(some, form.choice([0, 0, 0, 1, 2]))


def _deltas(choice: Told, form: random.Random) -> Iterator[tuple[dict[str, Any], str | None]]:
    yield {"role": "assistant", "content": form.choice(["", None])}, None
    for key, text in (
        ("reasoning_content", choice.reasoning),
        ("content", choice.text),
        ("refusal", choice.refusal),
    ):
        for piece in _cut(text, form):
            yield {key: piece}, None
    for fragments in _mixed(list(_fragments(choice, form)), form):
        yield {"tool_calls": fragments}, None
    yield {}, choice.finish


def _fragments(choice: Told, form: random.Random) -> Iterator[list[dict[str, Any]]]:
    for index, (name, arguments) in enumerate(choice.calls):
        opening = {"name": name, "arguments": ""}
        call = {"index": index, "id": f"call_{index}", "type": "function", "function": opening}
        yield [
            call,
            *({"index": index, "function": {"arguments": a}} for a in _cut(arguments, form)),
        ]


def _mixed(calls: list[list[dict[str, Any]]], form: random.Random) -> Iterator[list[Any]]:
    """Fragments of parallel calls: one after the other, or at once."""
    if form.random() < 0.5:
        yield from ([fragment] for fragments in calls for fragment in fragments)
        return
    while any(calls):
        yield [fragments.pop(0) for fragments in calls if fragments]


def _message(choice: Told) -> dict[str, Any]:
    calls = [
        {"id": f"call_{at}", "type": "function", "function": {"name": name, "arguments": text}}
        for at, (name, text) in enumerate(choice.calls)
    ]
    return {
        "role": "assistant",
        "content": choice.text,
        "reasoning_content": choice.reasoning or None,
        "refusal": choice.refusal or None,
        **({"tool_calls": calls} if calls else {}),
    }


def _chunk(choices: list[Any], form: random.Random) -> dict[str, Any]:
    head = {"id": "r1", "object": "chat.completion.chunk", "created": 1, "model": "m"}
    return _shuffled(head | {"choices": choices}, form)


def _shuffled(value: dict[str, Any], form: random.Random) -> dict[str, Any]:
    if form.random() < 0.7:
        return value
    return dict(form.sample(list(value.items()), len(value)))


def _cut(text: str, form: random.Random) -> list[str]:
    places = sorted(form.choices(range(len(text) + 1), k=form.choice([0, 1, 3])))
    return [text[a:b] for a, b in zip([0, *places], [*places, len(text)], strict=True)]


def _json(value: Any, form: random.Random) -> str:
    return json.dumps(
        value,
        ensure_ascii=form.random() < 0.5,
        indent=form.choice([None, None, None, 1]),
        separators=form.choice([None, (",", ":")]),
    )
