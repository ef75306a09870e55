"""Ids of calls in the form a gateway takes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from string import ascii_letters, digits
from typing import Any, cast

from switchboard import wire
from switchboard.settings import Profile

_NINE = re.compile(r"[a-zA-Z0-9]{9}")
_LETTERS = digits + ascii_letters


def with_call_ids(messages: Sequence[wire.Message], profile: Profile) -> list[wire.Message]:
    """With every id of a call, and every result's, in the profile's form.

    Different ids stay different and equal ones equal; the same id becomes the same in the next
    request, so that a gateway's cache still knows it.
    """
    if profile.call_ids == "any":
        return list(messages)
    new = nine_character_ids(_ids(messages))
    return [_renamed(message, new) for message in messages]


def nine_character_ids(ids: Sequence[str]) -> dict[str, str]:
    """Nine letters and digits for each id; one that fits stays (Mistral: nearai/ironclaw#1241)."""
    new = {each: each for each in ids if _NINE.fullmatch(each)}
    taken = set(new)
    for each in ids:
        if each not in new:
            new[each] = next(made for made in _candidates(each) if made not in taken)
            taken.add(new[each])
    return new


def _candidates(text: str) -> Iterator[str]:
    count = 0
    while True:
        number = int.from_bytes(sha256(f"{count}:{text}".encode()).digest()[:16])
        yield "".join(_LETTERS[number // 62**place % 62] for place in range(9))
        count += 1


def _ids(messages: Sequence[wire.Message]) -> list[str]:
    found: list[Any] = []
    for message in messages:
        found += [call.get("id") for call in _calls(message) if isinstance(call, dict)]
        found.append(message.get("tool_call_id"))
    return [each for each in found if isinstance(each, str) and each]


def _renamed(message: wire.Message, new: Mapping[str, str]) -> wire.Message:
    renamed: dict[str, Any] = {**message}
    if calls := _calls(message):
        renamed["tool_calls"] = [_renamed_call(call, new) for call in calls]
    return cast(wire.Message, renamed | _id(message, "tool_call_id", new))


def _renamed_call(call: Any, new: Mapping[str, str]) -> Any:
    return {**call, **_id(call, "id", new)} if isinstance(call, dict) else call


def _calls(message: wire.Message) -> list[Any]:
    # Messages can also be a person's own JSON, in which anything may stand.
    calls: Any = message.get("tool_calls")
    return calls if isinstance(calls, list) else []


def _id(value: Mapping[str, Any], key: str, new: Mapping[str, str]) -> dict[str, str]:
    old = value.get(key)
    return {key: new[old]} if isinstance(old, str) and old in new else {}
