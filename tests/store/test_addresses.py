import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from switchboard.errors import StoreError
from switchboard.store import Store
from switchboard.store.engines import open_engine
from tests.store.records import a_run, a_step


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "100% mine" / "kept.sqlite3"


def test_the_folder_of_a_file_is_made_for_its_owner_only(file: Path):
    Store.open(f"sqlite:///{file}").close()

    assert file.is_file()
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_is_in_wal_mode(file: Path):
    Store.open(f"sqlite:///{file}").close()
    connection = sqlite3.connect(file)

    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


@pytest.mark.parametrize(
    ("pragma", "value"), [("busy_timeout", 5000), ("synchronous", 1), ("foreign_keys", 1)]
)
def test_every_connection_to_a_file_is_prepared(tmp_path: Path, pragma: str, value: int):
    engine = open_engine(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    with engine.connect() as one, engine.connect() as other:
        found = [c.exec_driver_sql(f"PRAGMA {pragma}").scalar() for c in (one, other)]
    engine.dispose()

    assert found == [value, value]


@pytest.mark.parametrize(
    ("url", "sentence", "advice"),
    [
        ("", "cannot be read", "sqlite:///"),
        ("switchboard.db", "cannot be read", "sqlite:///"),
        ("sqlite://", "in memory", "Name a file"),
        ("sqlite:///:memory:", "in memory", "Name a file"),
        ("nonsense://host/name", "no database of the kind 'nonsense'", "postgresql://"),
        ("oracle://host/name", "'oracle' is not installed", "pip install"),
        ("sqlite:////proc/nowhere/kept.sqlite3", "'/proc/nowhere'", "SWITCHBOARD_DATABASE_URL"),
    ],
)
def test_an_address_that_cannot_be_used_gives_a_sentence(url: str, sentence: str, advice: str):
    with pytest.raises(StoreError, match=sentence) as told:
        Store.open(url)

    assert advice in told.value.advice


@pytest.mark.parametrize("url", ["me:pa55word@nowhere/name", "nonsense://me:pa55word@host/name"])
def test_a_password_in_an_address_is_not_repeated(url: str):
    with pytest.raises(StoreError) as told:
        Store.open(url)

    assert "pa55word" not in f"{told.value} {told.value.advice}"


def test_a_folder_in_the_place_of_a_file_gives_a_sentence(tmp_path: Path):
    with pytest.raises(StoreError, match=r"cannot be used\. The file cannot be opened"):
        Store.open(f"sqlite:///{tmp_path}")


def test_a_file_that_is_no_database_gives_a_sentence(file: Path):
    file.parent.mkdir(parents=True)
    file.write_bytes(b"This is a letter, not a database. " * 100)

    with pytest.raises(StoreError, match="The file is no database"):
        Store.open(f"sqlite:///{file}")


def test_a_read_only_database_gives_a_sentence(file: Path):
    Store.open(f"sqlite:///{file}").close()
    store = Store.open(f"sqlite:///file:{file}?mode=ro&uri=true".replace("%", "%25"))

    with pytest.raises(StoreError, match="It is read-only"):
        store.begin_run(a_run())
    store.close()


def test_a_locked_database_gives_a_sentence_and_can_still_be_read(file: Path):
    store = Store.open(f"sqlite:///{file}?timeout=0")
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError, match="It is locked by another program") as told:
        store.begin_run(a_run())

    assert "try again" in told.value.advice
    assert store.runs() == ()
    other.execute("ROLLBACK")
    store.begin_run(a_run())
    assert len(store.runs()) == 1
    other.close()
    store.close()


def test_a_full_disk_gives_a_sentence(file: Path):
    script = (
        "import resource, signal, sys\n"
        "from switchboard.errors import StoreError\n"
        "from switchboard.store import Store\n"
        "store = Store.open(sys.argv[1])\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "try:\n"
        "    store.save_conversation('a', {'text': 'x' * 3_000_000}, revision=0)\n"
        "except StoreError as error:\n"
        "    print(error)\n"
    )
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", script, f"sqlite:///{file}"],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "cannot be used. The disk" in said.stdout


def test_a_step_without_its_run_is_refused_with_a_sentence(kept: Store):
    with pytest.raises(StoreError, match="refused a row") as told:
        kept.begin_step(a_step())

    assert "deleted" in told.value.advice


def test_bytes_without_their_step_are_refused_with_a_sentence(kept: Store):
    with pytest.raises(StoreError, match="refused a row"):
        kept.append_received("step-1", b"bytes")


def test_no_statement_and_no_text_of_a_conversation_is_in_a_message(kept: Store):
    with pytest.raises(StoreError) as told:
        kept.begin_step(a_step(gateway="my secret gateway"))

    assert "INSERT" not in str(told.value)
    assert "my secret gateway" not in str(told.value)
