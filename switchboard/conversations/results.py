"""Among entries in order: which results answer which calls."""

from __future__ import annotations

from collections.abc import Sequence

from switchboard.conversations.entry import Entry
from switchboard.messages import Call


def pending_calls(entries: Sequence[Entry]) -> tuple[Call, ...]:
    """The calls of the last assistant message that no result answers yet."""
    start = _last_assistant(entries)
    if start is None:
        return ()
    results = [entry.message for entry in entries[start + 1 :]]
    if any(message.role != "tool" for message in results):
        return ()
    answered = {message.call_id for message in results}
    return tuple(call for call in entries[start].message.calls if call.id not in answered)


def first_result(entries: Sequence[Entry], call_id: str, *, start: int) -> Entry | None:
    """The tool message with this call's id among those that stand together from ``start`` on."""
    for entry in entries[start : end_of_results(entries, start)]:
        if entry.message.call_id == call_id:
            return entry
    return None


def stray_results(entries: Sequence[Entry]) -> frozenset[str]:
    """The ids of the entries whose results answer no call of the message they stand behind."""
    waiting: set[str | None] = set()
    strays = set()
    for entry in entries:
        if entry.message.role != "tool":
            waiting = {call.id for call in entry.message.calls}
        elif entry.message.call_id in waiting:
            waiting.discard(entry.message.call_id)
        else:
            strays.add(entry.id)
    return frozenset(strays)


def end_of_results(entries: Sequence[Entry], start: int) -> int:
    """The index behind the tool messages that stand together from ``start`` on."""
    while start < len(entries) and entries[start].message.role == "tool":
        start += 1
    return start


def _last_assistant(entries: Sequence[Entry]) -> int | None:
    for index in range(len(entries) - 1, -1, -1):
        if entries[index].message.role == "assistant":
            return index
    return None
