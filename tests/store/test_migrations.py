import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from switchboard.errors import StoreError
from switchboard.gateway_records import GatewayRecord
from switchboard.store import Store
from switchboard.store.migrate import HEAD
from switchboard.store.tables import METADATA
from switchboard.toolset_records import text_hash
from tests.store.older import back_to_v0002, before_all_migrations, drop_all_tables
from tests.store.records import a_run, a_step, finished


def test_the_migrations_make_exactly_the_tables_the_code_knows(database_url: str):
    before_all_migrations(database_url)
    Store.open(database_url).close()
    engine = create_engine(database_url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)
    engine.dispose()

    assert differences == []


def test_a_new_database_is_as_the_migrations_would_have_made_it(database_url: str):
    Store.open(database_url).close()
    new = tables_of(database_url)
    drop_all_tables(database_url)
    before_all_migrations(database_url)
    Store.open(database_url).close()

    assert new == tables_of(database_url)


def test_the_newest_migration_is_the_one_the_code_asks_for():
    folder = Path(sys.modules["switchboard.store"].__path__[0]) / "migrations"
    config = Config()
    config.set_main_option("script_location", str(folder))
    config.set_main_option("path_separator", "os")

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_opening_again_keeps_everything(database_url: str):
    first = Store.open(database_url)
    first.begin_run(a_run())
    first.close()
    second = Store.open(database_url)

    assert second.run("run-1") == a_run()
    second.close()


@pytest.mark.parametrize("is_new", [True, False])
def test_a_database_that_is_new_or_up_to_date_opens_without_alembic(
    database_url: str, is_new: bool
):
    if not is_new:
        Store.open(database_url).close()
    script = (
        "import sys; from switchboard.store import Store; Store.open(sys.argv[1]);"
        "print('alembic' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", script, database_url], cwd=root, capture_output=True, check=True
    )

    assert said.stdout.strip() == b"False"


def test_a_database_of_a_newer_version_is_left_alone(database_url: str):
    Store.open(database_url).close()
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'v9999'"))

    with pytest.raises(StoreError, match="another version of Switchboard") as told:
        Store.open(database_url)

    assert "Update Switchboard" in told.value.advice
    with engine.connect() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    assert version == "v9999"


def test_runs_of_a_database_from_before_there_were_toolsets_are_kept(database_url: str):
    store = Store.open(database_url)
    store.begin_run(a_run())
    store.begin_step(finished(a_step()))
    store.save_gateway(GatewayRecord("http://localhost:1/v1"))
    store.close()
    back_to_v0002(database_url)

    store = Store.open(database_url)

    assert store.step("step-1") == finished(a_step())
    assert [run.id for run in store.runs(toolset="")] == ["run-1"]
    assert store.gateways() == (GatewayRecord("http://localhost:1/v1"),)
    assert store.toolsets() == ()
    assert store.save_toolset(None, "Weather", "[]").name == "Weather"
    store.begin_step(a_step("step-2", position=1, toolset=text_hash("[1]")), toolset="[1]")
    assert len(store.runs(toolset=text_hash("[1]"))) == 1
    store.close()


def tables_of(database_url: str) -> dict[str, object]:
    """Everything the database says of its tables, whatever the order of their columns."""
    engine = create_engine(database_url)
    inspector = inspect(engine)
    told = {
        table: (
            sorted(map(str, inspector.get_columns(table))),
            inspector.get_pk_constraint(table),
            sorted(map(str, inspector.get_foreign_keys(table))),
            sorted(map(str, inspector.get_indexes(table))),
        )
        for table in inspector.get_table_names()
    }
    engine.dispose()
    return told
