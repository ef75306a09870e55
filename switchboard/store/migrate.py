"""Bringing a database to the tables this version knows."""

import sqlalchemy
from sqlalchemy import Connection, Engine, text

from switchboard.errors import StoreError
from switchboard.store.engines import for_writing, lock_for_migration, place_of

HEAD = "v0004"
"""The newest revision in ``migrations/versions``."""


def bring_up_to_date(engine: Engine) -> None:
    """Runs the migrations that are missing, in one transaction; none when all have run.

    Raises ``StoreError`` when a newer version of the program has written the database.
    """
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    with for_writing(engine).begin() as connection:
        lock_for_migration(connection)
        _migrate(connection, place_of(engine))


def _revision(connection: Connection) -> str | None:
    if not sqlalchemy.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(connection: Connection, place: str) -> None:
    # Alembic takes a fifth of a second to import, and most starts don't need it.
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
