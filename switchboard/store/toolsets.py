"""What is done with toolsets: saved, named, copied, deleted and brought back.

Each change takes the toolset's row first, so that of two tabs one waits for the other.
"""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from sqlalchemy import Column, Connection, Select, Update, select

from switchboard.errors import StoreError, ToolsetChanged
from switchboard.store.tables import TOOLSET_VERSIONS, TOOLSETS
from switchboard.store.texts import plain
from switchboard.store.toolset_reading import read_toolset
from switchboard.store.toolset_texts import drop_unused, write_text
from switchboard.toolset_records import (
    LARGEST_TEXT,
    LONGEST_NOTE,
    SavedToolset,
    free_name,
    text_bytes,
    text_hash,
)

KEPT_DELETED = timedelta(days=30)
"""How long a deleted toolset can be brought back."""

_T = TOOLSETS.c
_V = TOOLSET_VERSIONS.c


def add_toolset(connection: Connection, name: str, text: str, note: str) -> str:
    """A new toolset with one version; its id."""
    toolset_id = uuid4().hex
    row = {"id": toolset_id, "name": name_unlike_others(connection, name), "created_at": _now()}
    connection.execute(TOOLSETS.insert().values(row))
    add_version(connection, toolset_id, 1, text=text, note=note)
    return toolset_id


def save_version(
    connection: Connection, toolset_id: str, text: str, note: str, *, seen: str | None
) -> None:
    """A new version, unless the newest one has this text.

    Raises ``ToolsetChanged`` when the newest version's hash is not the one last seen.
    """
    number, newest = _newest(connection, toolset_id)
    if text_hash(text) == newest:
        return
    if seen not in (None, newest):
        raise _changed()
    add_version(connection, toolset_id, number + 1, text=text, note=note)


def add_version(
    connection: Connection,
    toolset_id: str,
    number: int,
    *,
    text: str,
    note: str,
    saved_at: datetime | None = None,
) -> None:
    """A version's row, and its text if that is not kept yet."""
    if len(text_bytes(text)) > LARGEST_TEXT:
        raise _too_large()
    row = {
        "toolset_id": toolset_id,
        "number": number,
        "hash": write_text(connection, text),
        "saved_at": saved_at or _now(),
        "note": plain(note.strip())[:LONGEST_NOTE],
    }
    connection.execute(TOOLSET_VERSIONS.insert().values(row))


def rename(connection: Connection, toolset_id: str, name: str) -> None:
    """Another name, made unlike those of the others."""
    _take(connection, toolset_id)
    free = name_unlike_others(connection, name, but=toolset_id)
    connection.execute(_row(toolset_id).values(name=free))


def duplicate(connection: Connection, toolset_id: str) -> str:
    """A new toolset of the newest version; its id."""
    toolset = existing(connection, toolset_id)
    note = f"Copied from {toolset.name!r}, version {len(toolset.versions)}."
    return add_toolset(connection, f"{toolset.name} (copy)", toolset.newest.text, note)


def restore_version(
    connection: Connection, toolset_id: str, number: int, *, seen: str | None
) -> None:
    """The text of an old version as the newest again."""
    numbered = dict(existing(connection, toolset_id).numbered)
    if number not in numbered:
        raise _changed()
    note = f"Version {number} again."
    save_version(connection, toolset_id, numbered[number].text, note, seen=seen)


def delete(connection: Connection, toolset_id: str) -> None:
    """Out of sight; what was deleted long ago goes for good."""
    connection.execute(_row(toolset_id).where(_T.deleted_at.is_(None)).values(deleted_at=_now()))
    _purge(connection)


def bring_back(connection: Connection, toolset_id: str) -> None:
    """As it was before it was deleted. Raises ``ToolsetChanged`` when it is gone for good."""
    name: str | None = connection.execute(_locked(_T.name, toolset_id)).scalar_one_or_none()
    if name is None:
        raise _changed()
    free = name_unlike_others(connection, name, but=toolset_id)
    connection.execute(_row(toolset_id).values(deleted_at=None, name=free))


def existing(connection: Connection, toolset_id: str) -> SavedToolset:
    """The toolset, its row taken. Raises ``ToolsetChanged`` when it was deleted."""
    _take(connection, toolset_id)
    toolset = read_toolset(connection, toolset_id)
    if toolset is None:
        raise _changed()
    return toolset


def name_unlike_others(connection: Connection, name: str, *, but: str = "") -> str:
    """The name, with a number where a toolset that is seen, other than ``but``, has it."""
    others = select(_T.name).where(_T.deleted_at.is_(None), _T.id != plain(but))
    return free_name(plain(name), set(connection.execute(others).scalars()))


def _newest(connection: Connection, toolset_id: str) -> tuple[int, str]:
    _take(connection, toolset_id)
    chosen = select(_V.number, _V.hash).where(_V.toolset_id == toolset_id)
    row = connection.execute(chosen.order_by(_V.number.desc()).limit(1)).one()
    return row.number, row.hash


def _take(connection: Connection, toolset_id: str) -> None:
    there = _locked(_T.id, toolset_id).where(_T.deleted_at.is_(None))
    if connection.execute(there).scalar() is None:
        raise _changed()


# SQLite knows no row locks and needs none: a transaction that writes has the file to itself.
def _locked(column: Column[str], toolset_id: str) -> Select[str]:
    return select(column).where(_T.id == plain(toolset_id)).with_for_update()


def _row(toolset_id: str) -> Update:
    return TOOLSETS.update().where(_T.id == plain(toolset_id))


def _purge(connection: Connection) -> None:
    long_ago = TOOLSETS.delete().where(_T.deleted_at < _now() - KEPT_DELETED)
    if connection.execute(long_ago).rowcount:
        drop_unused(connection)


def _now() -> datetime:
    return datetime.now(UTC)


def _changed() -> ToolsetChanged:
    return ToolsetChanged(
        "This toolset was changed or deleted in another tab.",
        advice="Open it again to see it as it is now; what you wrote can be saved as a new one.",
    )


def _too_large() -> StoreError:
    return StoreError(
        f"This text is longer than {LARGEST_TEXT // 2**20} MiB, so it is not kept.",
        advice="Split the toolset into several.",
    )
