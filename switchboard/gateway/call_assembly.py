"""Fragments of tool calls, put together although gateways number and name them as they like.

Each rule has its entry in docs/quirks.md (1 to 6, 38, 39), with the reports it comes from, and its
files in ``tests/streams``.
"""

import uuid
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from switchboard.gateway import notes as said
from switchboard.gateway.call_fragments import Fragment, read_fragment
from switchboard.gateway.call_slots import CallSlot
from switchboard.gateway.notes import Notes
from switchboard.messages import Call

_OF_AN_ENTRY = frozenset({"index", "id", "type", "function"})
_OF_A_FUNCTION = frozenset({"name", "arguments"})
_OPENING = " \t\r\n{"


def new_call_id() -> str:
    """An id of our own; short enough for every gateway that limits it to 40 characters."""
    return "call_" + uuid.uuid4().hex[:24]


class CallAssembly:
    """The calls of one choice, in the order in which they began."""

    def __init__(self, notes: Notes, make_id: Callable[[], str]) -> None:
        self._notes = notes
        self._make_id = make_id
        self._slots: list[CallSlot] = []
        self._by_index: dict[int, CallSlot] = {}
        self._by_id: dict[str, CallSlot] = {}
        self._waiting: dict[int | None, Fragment] = {}

    def __bool__(self) -> bool:
        return bool(self._slots)

    @property
    def is_named(self) -> bool:
        """Whether a call's name has arrived."""
        return any(slot.name for slot in self._slots)

    def take(self, entries: Any, whole: bool) -> None:
        """Reads a delta's or a whole message's ``tool_calls``."""
        if not whole and self._goes_on_plainly(entries):
            return
        if isinstance(entries, dict):
            self._notes.add(said.CALL_AS_DICT)
            entries = [entries]
        if not isinstance(entries, list):
            return
        for position, entry in enumerate(entries):
            if isinstance(entry, dict):
                fragment = read_fragment(entry, self._notes)
                self._add(fragment, apart=whole or _names_another(fragment, position))

    def take_legacy(self, call: dict[str, Any]) -> None:
        """Reads the ``function_call`` that ``tool_calls`` replaced in 2023."""
        fragment = read_fragment({"index": 0, "function": call}, self._notes)
        if fragment.name or fragment.arguments:
            self._notes.add(said.LEGACY_CALL)
            self._add(fragment, apart=False)

    def read(self) -> tuple[Call, ...]:
        """The calls so far."""
        return tuple(slot.read(self._make_id) for slot in self._slots)

    def oddities(self) -> list[str]:
        """What can only be said when nothing more comes."""
        found = [said.INDEX_SPREAD] if self._waiting else []
        if any(not slot.id and not slot.shares_id for slot in self._slots):
            found.append(said.ID_MISSING)
        if any(not slot.name for slot in self._slots):
            found.append(said.NAME_MISSING)
        if any(not slot.arguments.read().strip() for slot in self._slots):
            found.append(said.ARGUMENTS_MISSING)
        return found

    def _goes_on_plainly(self, entries: Any) -> bool:
        """Whether this was the commonest delta by far, and is done: one fragment with a known
        index and more arguments that cannot begin another call's."""
        if not isinstance(entries, list) or len(entries) != 1:
            return False
        entry = entries[0]
        if not isinstance(entry, dict):
            return False
        index, function = entry.get("index"), entry.get("function")
        slot = self._by_index.get(index) if type(index) is int else None
        if slot is None or not isinstance(function, dict):
            return False
        if len(entry) + len(function) != 3 and not _is_bare(entry, function):
            return False
        more = function.get("arguments")
        if not isinstance(more, str) or not more or more[0] in _OPENING:
            return False
        slot.arguments.add(more)
        return True

    def _add(self, fragment: Fragment, *, apart: bool) -> None:
        fragment = self._with_opening(fragment)
        known = self._by_id.get(fragment.id) if fragment.id else None
        if known and known.is_repeated_by(fragment):
            self._notes.add(said.CALL_REPEATED)
            self._remember(fragment, known)
        elif known and not apart and self._leaves_open(fragment, known):
            self._waiting[fragment.index] = fragment
        else:
            self._add_to_slot(fragment, known, apart=apart)

    def _add_to_slot(self, fragment: Fragment, known: CallSlot | None, *, apart: bool) -> None:
        slot = None if apart else self._slot_for(fragment, known)
        if slot is None:
            slot = self._open(fragment)
        if known is not None and known is not slot:
            self._notes.add(said.DUPLICATE_ID)
            slot.shares_id = True
            fragment.id = ""
        slot.add(fragment)
        self._remember(fragment, slot)

    def _leaves_open(self, fragment: Fragment, known: CallSlot) -> bool:
        """Whether only its arguments can tell if this is the known call under one more index, or
        another call that was given the same id and name."""
        is_new = fragment.index is not None and fragment.index not in self._by_index
        return is_new and fragment.name == known.name != "" and not fragment.arguments.strip()

    def _with_opening(self, fragment: Fragment) -> Fragment:
        """The fragment together with what its index opened with, where that had to wait for it."""
        if fragment.index not in self._waiting or not fragment.arguments.strip():
            return fragment
        opening = self._waiting.pop(fragment.index)
        return replace(
            fragment,
            id=fragment.id or opening.id,
            name=fragment.name or opening.name,
            extra=opening.extra | fragment.extra,
        )

    def _slot_for(self, fragment: Fragment, known: CallSlot | None) -> CallSlot | None:
        if fragment.index is None:
            slot = known or (self._slots[-1] if self._slots else None)
            self._notes.add(said.INDEX_MISSING)
            return slot if slot and slot.goes_on_with(fragment) else None
        slot = self._by_index.get(fragment.index)
        if slot is not None and slot.goes_on_with(fragment):
            return slot
        if slot is not None:
            self._notes.add(said.INDEX_SHARED)
        if known is not None and known is not slot and _is_spread(known, fragment):
            self._notes.add(said.INDEX_SPREAD)
            return known
        return None

    def _open(self, fragment: Fragment) -> CallSlot:
        slot = CallSlot()
        if not fragment.name and fragment.starts_arguments and self._slots:
            before = self._by_index.get(fragment.index) if fragment.index is not None else None
            fragment.name = before.name if before else ""
        self._slots.append(slot)
        return slot

    def _remember(self, fragment: Fragment, slot: CallSlot) -> None:
        if fragment.index is not None:
            self._by_index[fragment.index] = slot
        if fragment.id:
            self._by_id.setdefault(fragment.id, slot)


def _is_bare(entry: dict[str, Any], function: dict[str, Any]) -> bool:
    """Whether there is nothing to it but an index and arguments. Behind litellm's proxy every
    fragment has a type, and a null where nothing is said (docs/quirks.md 45)."""
    return (
        entry.get("id") is None
        and function.get("name") is None
        and entry.get("type") in (None, "function")
        and _OF_AN_ENTRY.issuperset(entry)
        and _OF_A_FUNCTION.issuperset(function)
    )


def _is_spread(known: CallSlot, fragment: Fragment) -> bool:
    # The same id under another number: one call, unless it names another function or begins again.
    if fragment.name and fragment.starts_arguments and known.arguments:
        return False
    return fragment.name in ("", known.name) and known.goes_on_with(fragment)


def _names_another(fragment: Fragment, position: int) -> bool:
    # Two named entries of one delta are two calls, whatever their numbers say.
    return position > 0 and bool(fragment.name) and fragment.index is None
