"""The texts of toolsets, each kept once by its hash, whoever has it."""

import zlib
from collections.abc import Collection

from sqlalchemy import Connection, exists, select, true
from sqlalchemy.exc import IntegrityError

from switchboard.store.tables import STEPS, TOOLSET_TEXTS, TOOLSET_VERSIONS
from switchboard.toolset_records import LARGEST_TEXT, text_bytes, text_hash

_C = TOOLSET_TEXTS.c


def write_text(connection: Connection, text: str) -> str:
    """Keeps the text, if it is not there and not too long; its hash."""
    name, written = text_hash(text), text_bytes(text)
    if len(written) > LARGEST_TEXT or _is_there(connection, name):
        return name
    try:
        with connection.begin_nested():
            connection.execute(TOOLSET_TEXTS.insert().values(hash=name, packed=_packed(written)))
    except IntegrityError:
        # Another process has just kept the same text: PostgreSQL lets two write at once.
        if not _is_there(connection, name):
            raise
    return name


def read_text(connection: Connection, text_hash: str) -> str | None:
    """The text with this hash."""
    packed = connection.execute(select(_C.packed).where(_C.hash == text_hash)).scalar()
    return None if packed is None else unpacked(packed)


def unpacked(packed: bytes) -> str:
    """The text as it was typed."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def drop_unused(connection: Connection, hashes: Collection[str] | None = None) -> None:
    """Deletes those of these texts, or of all, that no version and no step has any more."""
    wanted = true() if hashes is None else _C.hash.in_(hashes)
    is_version = exists().where(TOOLSET_VERSIONS.c.hash == _C.hash)
    is_sent = exists().where(STEPS.c.toolset == _C.hash)
    connection.execute(TOOLSET_TEXTS.delete().where(wanted, ~is_version, ~is_sent))


def _is_there(connection: Connection, name: str) -> bool:
    return connection.execute(select(_C.hash).where(_C.hash == name)).scalar() is not None


# Not compressed by SQL: databases differ in it. JSON becomes a fifth, and NUL and half characters,
# which no text column takes, are kept.
def _packed(written: bytes) -> bytes:
    return zlib.compress(written, level=6)
