"""Bringing a database to the tables this version knows."""

import sqlalchemy
from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    select,
)

from switchboard.errors import StoreError
from switchboard.store.engines import for_writing, lock_for_migration, place_of
from switchboard.store.tables import METADATA

HEAD = "v0004"
"""The newest revision in ``migrations/versions``."""

# As Alembic makes it.
_REVISIONS = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def bring_up_to_date(engine: Engine) -> None:
    """Makes a new database's tables, or runs the migrations that are missing, in one transaction.

    Raises ``StoreError`` when a newer version of the program has written the database.
    """
    with engine.connect() as connection:
        if _has_revisions(connection) and _revision(connection) == HEAD:
            return
    with for_writing(engine).begin() as connection:
        lock_for_migration(connection)
        if _has_revisions(connection):
            _migrate(connection, place_of(engine))
        else:
            _make(connection)


def _has_revisions(connection: Connection) -> bool:
    return sqlalchemy.inspect(connection).has_table(_REVISIONS.name)


def _revision(connection: Connection) -> str | None:
    return connection.execute(select(_REVISIONS.c.version_num)).scalar()


def _make(connection: Connection) -> None:
    # "Building an Up to Date Database from Scratch", without migrations, is Alembic's own advice:
    # https://alembic.sqlalchemy.org/en/latest/cookbook.html
    METADATA.create_all(connection, checkfirst=False)
    _REVISIONS.create(connection)
    connection.execute(_REVISIONS.insert().values(version_num=HEAD))


def _migrate(connection: Connection, place: str) -> None:
    # Alembic takes a fifth of a second to import, and hardly a start needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "switchboard.store:migrations")
    config.set_main_option("path_separator", "os")
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreError(
            f"The database {place} was written by another version of Switchboard.",
            advice="Update Switchboard, or name another database in SWITCHBOARD_DATABASE_URL.",
        ) from error
