"""Opening databases: the one place that knows how they differ."""

import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import ConnectionPoolEntry

from switchboard.errors import StoreError

_PATIENCE_S = 5
_WRITES = "switchboard_writes"

# Any number will do, as long as every version of this program takes the same one.
_MIGRATION_LOCK = 0x5317C4B0


def open_engine(url: str) -> Engine:
    """An engine for the database at ``url``; no connection is made yet.

    Raises ``StoreError`` when the address or its driver cannot be used.
    """
    address = _address(url)
    if address.get_backend_name() != "sqlite":
        return _engine(address)
    _make_folder(address)
    engine = _engine(address)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def place_of(engine: Engine) -> str:
    """The database's address as a reader may see it: a file's path, or a URL without password."""
    if engine.url.get_backend_name() == "sqlite":
        return repr(engine.url.database)
    return engine.url.render_as_string(hide_password=True)


def for_writing(engine: Engine) -> Engine:
    """The same engine, its transactions taking the write lock at their beginning."""
    return engine.execution_options(**{_WRITES: True})


def lock_for_migration(connection: Connection) -> None:
    """Lets one process at a time past, until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATION_LOCK})"))


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError as error:
        raise StoreError(
            "The database address cannot be read.",
            advice="Write it like sqlite:///folder/switchboard.db or postgresql://user@host/name.",
        ) from error
    if address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:"):
        raise StoreError(
            "A database in memory cannot be shared by threads.",
            advice="Name a file: sqlite:///folder/switchboard.db.",
        )
    return address


def _make_folder(address: URL) -> None:
    folder = Path(str(address.database)).parent
    if str(address.database).startswith("file:") or folder.exists():
        return
    try:
        # Conversations are nobody else's business.
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"The folder {str(folder)!r} for the database cannot be made: {error.strerror}.",
            advice="Name a place that is yours in SWITCHBOARD_DATABASE_URL.",
        ) from error


def _engine(address: URL) -> Engine:
    try:
        return create_engine(address, pool_pre_ping=address.get_backend_name() != "sqlite")
    except NoSuchModuleError as error:
        raise StoreError(
            f"There is no database of the kind {address.drivername!r}.",
            advice="Write it like sqlite:///folder/switchboard.db or postgresql://user@host/name.",
        ) from error
    except ImportError as error:
        raise StoreError(
            f"The driver for {address.drivername!r} is not installed: {error.name}.",
            advice=f"Install it with: pip install {error.name}",
        ) from error


def _prepare_sqlite(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    # Python's sqlite3 begins transactions late and never around DDL; _begin_sqlite does it instead.
    connection.isolation_level = None
    # It also waits 5 s for a lock (busy_timeout) unless the address says otherwise: ?timeout=….
    _enter_wal(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _enter_wal(connection: sqlite3.Connection) -> None:
    # This needs the file to itself and, unlike other statements, does not wait for it.
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
        time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    # A transaction that begins by reading and then writes fails at once, without waiting for the
    # busy timeout, when another has written in between (SQLITE_BUSY_SNAPSHOT).
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
