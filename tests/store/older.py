"""Databases as older versions of the program left them."""

from sqlalchemy import MetaData, create_engine, text

_TO_V0003 = (
    "DROP INDEX conversations_by_root",
    "ALTER TABLE conversations DROP COLUMN root",
    "UPDATE alembic_version SET version_num = 'v0003'",
)
_TO_V0002 = (
    "DROP TABLE toolset_versions",
    "DROP TABLE toolsets",
    "DROP TABLE toolset_texts",
    "DROP INDEX steps_by_toolset",
    "ALTER TABLE steps DROP COLUMN toolset",
    "UPDATE alembic_version SET version_num = 'v0002'",
)
_TO_V0001 = (
    "DROP TABLE gateways",
    "UPDATE alembic_version SET version_num = 'v0001'",
)


def back_to_v0003(database_url: str) -> None:
    """Before a conversation could branch."""
    _execute(database_url, _TO_V0003)


def back_to_v0002(database_url: str) -> None:
    """Before there were toolsets."""
    _execute(database_url, (*_TO_V0003, *_TO_V0002))


def back_to_v0001(database_url: str) -> None:
    """Before there were gateways."""
    _execute(database_url, (*_TO_V0003, *_TO_V0002, *_TO_V0001))


def drop_all_tables(database_url: str) -> None:
    """An empty database."""
    engine = create_engine(database_url)
    there = MetaData()
    there.reflect(engine)
    there.drop_all(engine)
    engine.dispose()


def before_all_migrations(database_url: str) -> None:
    """An empty database that Alembic has seen but not yet filled."""
    _execute(
        database_url,
        (
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
        ),
    )


def _execute(database_url: str, statements: tuple[str, ...]) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()
