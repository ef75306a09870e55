"""Toolsets from elsewhere, beside those that are there."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection

from switchboard.library import united
from switchboard.store.tables import TOOLSET_VERSIONS, TOOLSETS
from switchboard.store.toolset_reading import read_toolset
from switchboard.store.toolsets import add_version, bring_back, name_unlike_others
from switchboard.toolset_records import Imported, SavedToolset, ToolsetVersion


def import_toolsets(connection: Connection, brought: Sequence[SavedToolset]) -> Imported:
    """Each beside, or into, what is there."""
    became: Counter[str] = Counter()
    notes: list[str] = []
    for theirs in brought:
        mine = read_toolset(connection, theirs.id)
        if mine is None:
            became["added"] += 1
            notes += _add(connection, theirs)
        else:
            became["grown" if _grow(connection, mine, theirs) else "same"] += 1
    return Imported(became["added"], became["grown"], became["same"], tuple(notes))


def _add(connection: Connection, theirs: SavedToolset) -> list[str]:
    name = name_unlike_others(connection, theirs.name)
    row = {"id": theirs.id, "name": name, "created_at": theirs.created_at}
    connection.execute(TOOLSETS.insert().values(row))
    _add_versions(connection, theirs.id, theirs.versions)
    if name == theirs.name:
        return []
    return [f"“{theirs.name}” is kept as “{name}”: another toolset has that name."]


def _grow(connection: Connection, mine: SavedToolset, theirs: SavedToolset) -> bool:
    """Whether anything is other than before."""
    if mine.deleted_at is not None:
        bring_back(connection, mine.id)
    versions = united(mine.versions, theirs.versions)
    if versions != mine.versions:
        old = TOOLSET_VERSIONS.delete().where(TOOLSET_VERSIONS.c.toolset_id == mine.id)
        connection.execute(old)
        _add_versions(connection, mine.id, versions)
    return versions != mine.versions or mine.deleted_at is not None


def _add_versions(
    connection: Connection, toolset_id: str, versions: Sequence[ToolsetVersion]
) -> None:
    for number, version in enumerate(reversed(versions), start=1):
        add_version(
            connection,
            toolset_id,
            number,
            text=version.text,
            note=version.note,
            saved_at=version.saved_at,
        )
