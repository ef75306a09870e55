"""Fragments of tool calls, put together although gateways number and name them as they like.

The rules are those of wire.md part E, 1 to 6, 38 and 39, each with the reports it comes from.
"""

import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from switchboard.gateway import notes as said
from switchboard.gateway.extras import keep_extra
from switchboard.gateway.json_progress import JsonProgress
from switchboard.gateway.notes import Notes
from switchboard.gateway.text import GrowingText
from switchboard.messages import Call

_KNOWN = frozenset({"index", "id", "type", "function", "custom"})
_NO_ID = frozenset({"", "null", "none"})  # The string "null" is Mistral's own default.


def new_call_id() -> str:
    """An id of our own; short enough for every gateway that limits it to 40 characters."""
    return "call_" + uuid.uuid4().hex[:24]


@dataclass(slots=True)
class Fragment:
    """What one delta says about one call."""

    index: int | None
    id: str
    name: str
    arguments: str
    extra: dict[str, Any]

    @property
    def starts_arguments(self) -> bool:
        """Whether its arguments begin as a whole object begins."""
        return self.arguments.lstrip()[:1] == "{"


class CallSlot:
    """One call as far as it has arrived."""

    def __init__(self) -> None:
        self.id = ""
        self.name = ""
        self.own_id = ""
        self.arguments = GrowingText()
        self.extra: dict[str, Any] = {}
        self._progress = JsonProgress()

    def add(self, fragment: Fragment) -> None:
        """Appends a fragment known to belong here."""
        if fragment.id and not self.id:
            self.id = fragment.id
        if fragment.name and fragment.name != self.name:
            self.name += fragment.name
        if fragment.arguments:
            self.arguments.add(fragment.arguments)
            self._progress.add(fragment.arguments)
        for key, value in fragment.extra.items():
            keep_extra(self.extra, key, value)

    @property
    def has_whole_arguments(self) -> bool:
        """Whether the arguments are a complete JSON object already."""
        return self._progress.catch_up()

    def goes_on_with(self, fragment: Fragment) -> bool:
        """Whether the fragment can be a continuation of this call rather than another one."""
        if fragment.id and self.id and fragment.id != self.id:
            return False
        if fragment.name and self.name and self.arguments:
            if fragment.name != self.name:
                return False
            if fragment.id and not self.id and self.has_whole_arguments:
                return False
        return not (fragment.starts_arguments and self.has_whole_arguments)

    def is_repeated_by(self, fragment: Fragment) -> bool:
        """Whether the fragment says once more what is here already."""
        return (
            fragment.id == self.id != ""
            and fragment.name in ("", self.name)
            and self.has_whole_arguments
            and fragment.arguments == self.arguments.read()
        )

    def read(self, make_id: Callable[[], str]) -> Call:
        """The call. Without an id of the gateway's it keeps the one it is given here first."""
        if not self.id and not self.own_id:
            self.own_id = make_id()
        return Call(self.id or self.own_id, self.name, self.arguments.read(), dict(self.extra))


class CallAssembly:
    """The calls of one choice, in the order in which they began."""

    def __init__(self, notes: Notes, make_id: Callable[[], str]) -> None:
        self._notes = notes
        self._make_id = make_id
        self._slots: list[CallSlot] = []
        self._by_index: dict[int, CallSlot] = {}
        self._by_id: dict[str, CallSlot] = {}

    def __bool__(self) -> bool:
        return bool(self._slots)

    @property
    def is_named(self) -> bool:
        """Whether a call's name has arrived."""
        return any(slot.name for slot in self._slots)

    def take(self, entries: Any, *, whole: bool) -> None:
        """Reads a delta's or a whole message's ``tool_calls``."""
        if isinstance(entries, dict):
            self._notes.add(said.CALL_AS_DICT)
            entries = [entries]
        if not isinstance(entries, list):
            return
        for position, entry in enumerate(entries):
            if isinstance(entry, dict):
                fragment = _fragment(entry, self._notes)
                self._add(fragment, apart=whole or _names_another(fragment, position))

    def take_legacy(self, call: dict[str, Any]) -> None:
        """Reads the ``function_call`` that ``tool_calls`` replaced in 2023."""
        fragment = _fragment({"index": 0, "function": call}, self._notes)
        if fragment.name or fragment.arguments:
            self._notes.add(said.LEGACY_CALL)
            self._add(fragment, apart=False)

    def read(self) -> tuple[Call, ...]:
        """The calls so far."""
        return tuple(slot.read(self._make_id) for slot in self._slots)

    def oddities(self) -> list[str]:
        """What can only be said when nothing more comes."""
        found = []
        if any(not slot.id for slot in self._slots):
            found.append(said.ID_MISSING)
        if any(not slot.name for slot in self._slots):
            found.append(said.NAME_MISSING)
        if any(not slot.arguments.read().strip() for slot in self._slots):
            found.append(said.ARGUMENTS_MISSING)
        return found

    def _add(self, fragment: Fragment, *, apart: bool) -> None:
        known = self._by_id.get(fragment.id) if fragment.id else None
        if known and known.is_repeated_by(fragment):
            self._notes.add(said.CALL_REPEATED)
            self._remember(fragment, known)
            return
        slot = None if apart else self._slot_for(fragment, known)
        if slot is None:
            slot = self._open(fragment, known)
        slot.add(fragment)
        self._remember(fragment, slot)

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

    def _open(self, fragment: Fragment, known: CallSlot | None) -> CallSlot:
        slot = CallSlot()
        if known is not None:
            self._notes.add(said.DUPLICATE_ID)
            fragment.id = ""
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


def _is_spread(known: CallSlot, fragment: Fragment) -> bool:
    # The same id under another number: one call, unless it names another function.
    return fragment.name in ("", known.name) and known.goes_on_with(fragment)


def _names_another(fragment: Fragment, position: int) -> bool:
    # Two named entries of one delta are two calls, whatever their numbers say.
    return position > 0 and bool(fragment.name) and fragment.index is None


def _fragment(entry: dict[str, Any], notes: Notes) -> Fragment:
    function = entry.get("function")
    if not isinstance(function, dict):
        function = _custom(entry)
    return Fragment(
        index=_index(entry.get("index")),
        id=_id(entry.get("id")),
        name=_text(function.get("name")),
        arguments=_arguments(function.get("arguments"), notes),
        extra={key: value for key, value in entry.items() if key not in _KNOWN},
    )


def _custom(entry: dict[str, Any]) -> dict[str, Any]:
    custom = entry.get("custom")
    if not isinstance(custom, dict):
        return {}
    return {"name": custom.get("name"), "arguments": custom.get("input")}


def _index(value: Any) -> int | None:
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _id(value: Any) -> str:
    text = str(value) if isinstance(value, int) else _text(value)
    return "" if text.strip().lower() in _NO_ID else text


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _arguments(value: Any, notes: Notes) -> str:
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    notes.add(said.ARGUMENTS_OBJECT)
    return json.dumps(value, ensure_ascii=False)
