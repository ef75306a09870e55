"""Gateways as a person has set them up."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from switchboard.gateway import ApiKey, find_key
from switchboard.gateway_records import Finding, GatewayRecord, Learnt
from switchboard.settings import Timeouts
from switchboard.store import Store
from tests.store.older import back_to_v0001

URL = "https://gateway.example/v1"
AT = datetime(2026, 11, 23, 1, 2, 3, 456789, tzinfo=UTC)
KEY = "sk-never-in-a-database-0123456789"

FULL = GatewayRecord(
    base_url=URL,
    name="Example \ud83d 天",
    key_source="EXAMPLE_API_KEY",
    headers={"X-Title": "Switchboard"},
    timeouts=Timeouts(1, 2.5, 3),
    max_retries=5,
    resends_by_itself=True,
    changes={"system_role": "developer", "parts": ["file"], "refused": {"n": "No."}, "x": None},
    learnt=(Learnt("temperature", "m-1", "Unsupported parameter: 'temperature'", AT),),
    findings=(Finding("tool", "odd", "It called another tool.", "m-1", AT, "{}", "data: x"),),
)


@pytest.mark.parametrize("record", [GatewayRecord(URL), FULL], ids=["bare", "full"])
def test_a_gateway_comes_back_as_it_was_saved(kept: Store, record: GatewayRecord):
    kept.save_gateway(record)

    assert kept.gateway(URL) == record


def test_the_last_word_about_a_gateway_counts(kept: Store):
    kept.save_gateway(FULL)
    kept.save_gateway(GatewayRecord(URL, name="Plain"))

    assert kept.gateways() == (GatewayRecord(URL, name="Plain"),)


def test_gateways_are_listed_by_address(kept: Store):
    for base_url in ("http://localhost:2/v1", "https://b/v1", "http://localhost:1/v1"):
        kept.save_gateway(GatewayRecord(base_url))

    assert [record.base_url for record in kept.gateways()] == [
        "http://localhost:1/v1",
        "http://localhost:2/v1",
        "https://b/v1",
    ]


def test_a_forgotten_gateway_is_gone_and_no_other(kept: Store):
    kept.save_gateway(FULL)
    kept.save_gateway(GatewayRecord("http://localhost:1/v1"))

    kept.forget_gateway(URL)
    kept.forget_gateway("http://nobody/v1")

    assert kept.gateway(URL) is None
    assert kept.gateways() == (GatewayRecord("http://localhost:1/v1"),)


def test_no_key_is_in_the_database(tmp_path: Path):
    found = find_key(
        URL, environment={"SWITCHBOARD_API_KEY": KEY, "SWITCHBOARD_BASE_URL": URL}, secrets={}
    )
    assert found is not None
    assert found.key == ApiKey(KEY)
    store = Store.open(f"sqlite:///{tmp_path / 'kept.sqlite3'}")
    store.save_gateway(GatewayRecord(URL, key_source=found.source))
    store.close()

    written = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"SWITCHBOARD_API_KEY" in written
    assert KEY.encode() not in written


def test_a_database_from_before_there_were_gateways_gets_their_table(database_url: str):
    Store.open(database_url).close()
    back_to_v0001(database_url)

    store = Store.open(database_url)
    store.save_gateway(FULL)

    assert store.gateways() == (FULL,)
    store.close()
