"""Toolsets as they are kept: lists without texts, and one with all of its versions."""

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, select

from switchboard.store.tables import TOOLSET_TEXTS, TOOLSET_VERSIONS, TOOLSETS
from switchboard.store.texts import plain
from switchboard.store.toolset_texts import unpacked
from switchboard.toolset_records import (
    NamedVersion,
    SavedToolset,
    ToolsetSummary,
    ToolsetVersion,
)

_T = TOOLSETS.c
_V = TOOLSET_VERSIONS.c
_NEWER = TOOLSET_VERSIONS.alias("newer")
_COUNT = (
    select(func.max(_NEWER.c.number))
    .where(_NEWER.c.toolset_id == _T.id)
    .correlate(TOOLSETS)
    .scalar_subquery()
)


def list_toolsets(connection: Connection, *, deleted: bool) -> tuple[ToolsetSummary, ...]:
    """Those that are there, or those that were deleted; last saved first."""
    is_listed = _T.deleted_at.is_not(None) if deleted else _T.deleted_at.is_(None)
    chosen = _with_versions(_T.id, _T.name, _V.saved_at, _V.number, _V.hash)
    chosen = chosen.where(_V.number == _COUNT, is_listed)
    rows = connection.execute(chosen.order_by(_V.saved_at.desc(), _T.id))
    return tuple(ToolsetSummary(*row) for row in rows)


def read_toolset(connection: Connection, toolset_id: str) -> SavedToolset | None:
    """The toolset with this id, deleted or not."""
    chosen = select(TOOLSETS).where(_T.id == plain(toolset_id))
    row = connection.execute(chosen).mappings().first()
    if row is None:
        return None
    return SavedToolset(versions=_versions(connection, row["id"]), **row)


def named_versions(connection: Connection, text_hash: str) -> tuple[NamedVersion, ...]:
    """Every version with this text whose toolset is not deleted; last saved first."""
    chosen = _with_versions(
        _T.id, _T.name, _V.number, _V.saved_at, (_V.number == _COUNT).label("is_newest")
    )
    chosen = chosen.where(_V.hash == plain(text_hash), _T.deleted_at.is_(None))
    rows = connection.execute(chosen.order_by(_V.saved_at.desc(), _T.id)).mappings()
    return tuple(NamedVersion(**row) for row in rows)


def _with_versions(*columns: Any) -> Select[Any]:
    joined = TOOLSETS.join(TOOLSET_VERSIONS, _V.toolset_id == _T.id)
    return select(*columns).select_from(joined)


def _versions(connection: Connection, toolset_id: str) -> tuple[ToolsetVersion, ...]:
    chosen = (
        select(_V.hash, TOOLSET_TEXTS.c.packed, _V.saved_at, _V.note)
        .select_from(TOOLSET_VERSIONS.join(TOOLSET_TEXTS, TOOLSET_TEXTS.c.hash == _V.hash))
        .where(_V.toolset_id == toolset_id)
        .order_by(_V.number.desc())
    )
    return tuple(_version(row) for row in connection.execute(chosen).mappings())


def _version(row: RowMapping) -> ToolsetVersion:
    return ToolsetVersion(row["hash"], unpacked(row["packed"]), row["saved_at"], row["note"])
