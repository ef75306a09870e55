"""One toolset of a library, as it stands in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from switchboard.library.merging import without_repeats
from switchboard.problems import JsonPath, Problem
from switchboard.toolset_records import (
    LARGEST_TEXT,
    LONGEST_NOTE,
    SavedToolset,
    ToolsetVersion,
    shortened_name,
    text_bytes,
    text_hash,
)
from switchboard.wire import Json, JsonObject

MOST_VERSIONS = 10_000

_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one toolset was understood as."""

    toolset: SavedToolset | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_entry(written: Json, path: JsonPath) -> Entry:
    """The toolset, without the versions that have problems; ``None`` when nothing is left."""
    problem = _unreadable(written)
    if problem or not isinstance(written, dict):
        return Entry(None, (Problem(problem, path),))
    name = shortened_name(str(written.get("name") or ""))
    found = list(_versions(written, path))
    versions = tuple(without_repeats(one for one in found if isinstance(one, ToolsetVersion)))
    problems = tuple(one for one in found if isinstance(one, Problem))
    if not versions:
        return Entry(None, problems or (Problem("This toolset has no version.", path),))
    created_at = _moment(written.get("created_at")) or versions[-1].saved_at
    toolset = SavedToolset(str(written["id"]), name, created_at, versions)
    return Entry(toolset, problems, tuple(_notes(written, name)))


def _unreadable(written: Json) -> str:
    if not isinstance(written, dict):
        return "A toolset is an object, as in `{ … }`."
    toolset_id, versions = written.get("id"), written.get("versions")
    if not isinstance(toolset_id, str) or not _ID.fullmatch(toolset_id):
        return "A toolset needs an `id` of letters, digits, `-` and `_`, at most 64 of them."
    if not isinstance(versions, list):
        return "A toolset needs a list `versions`."
    is_long = len(versions) > MOST_VERSIONS
    return f"This toolset has more than {MOST_VERSIONS:,} versions." if is_long else ""


def _versions(written: JsonObject, path: JsonPath) -> Iterator[ToolsetVersion | Problem]:
    for index, version in enumerate(_list(written.get("versions"))):
        yield _version(version, (*path, "versions", index))


def _version(written: Json, path: JsonPath) -> ToolsetVersion | Problem:
    if not isinstance(written, dict):
        return Problem("A version is an object, as in `{ … }`.", path)
    text, saved_at = written.get("text"), _moment(written.get("saved_at"))
    if not isinstance(text, str):
        return Problem("A version needs its `text`.", (*path, "text"))
    if len(text_bytes(text)) > LARGEST_TEXT:
        message = f"This text is longer than {LARGEST_TEXT // 2**20} MiB."
        return Problem(message, (*path, "text"))
    if saved_at is None:
        message = "A version needs `saved_at`, as in `2026-11-23T12:00:00+00:00`."
        return Problem(message, (*path, "saved_at"))
    note = written.get("note")
    kept_note = note[:LONGEST_NOTE] if isinstance(note, str) else ""
    return ToolsetVersion(text_hash(text), text, saved_at, kept_note)


def _notes(written: JsonObject, name: str) -> Iterator[str]:
    edited = sum(_is_edited(version) for version in _list(written.get("versions")))
    if edited:
        many = "one version" if edited == 1 else f"{edited} versions"
        yield f"“{name}”: the text of {many} was changed in the file, and is taken as it is now."


def _is_edited(version: Json) -> bool:
    if not isinstance(version, dict) or not isinstance(version.get("hash"), str):
        return False
    return version["hash"] != text_hash(str(version.get("text")))


def _moment(written: Json) -> datetime | None:
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
