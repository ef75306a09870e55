"""A store on an empty database: a file, or the server SWITCHBOARD_TEST_DATABASE_URL names."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from switchboard.store import Store
from tests.store.older import drop_all_tables


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    """An empty database."""
    url = os.environ.get("SWITCHBOARD_TEST_DATABASE_URL")
    if url is None:
        return f"sqlite:///{tmp_path / 'kept.sqlite3'}"
    drop_all_tables(url)
    return url


@pytest.fixture
def kept(database_url: str) -> Iterator[Store]:
    """An open store."""
    opened = Store.open(database_url)
    yield opened
    opened.close()
