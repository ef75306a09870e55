"""Buttons whose database no longer answers: a sentence, never a traceback."""

import sqlite3

import pytest
from playground import say
from scripted_replies import error_json

from switchboard.gateway_records import GatewayRecord

pytestmark = pytest.mark.app


@pytest.fixture
def lose_gateways(store, tmp_path):
    """Takes the table of gateways away from under the running program."""

    def lose():
        with sqlite3.connect(tmp_path / "pages.sqlite3") as database:
            database.execute("DROP TABLE gateways")
        database.close()

    return lose


@pytest.mark.parametrize("button", ["talk-try-again", "talk-resend"])
def test_sending_again_without_a_store_tells_why_not(open_page, scripted, lose_gateways, button):
    scripted.reply(
        error_json("'stream_options' is not supported.", param="stream_options"), status=400
    )
    page = say(open_page(), "Hi")
    lose_gateways()

    page = page.button(key=button).click().run()

    assert not page.exception
    assert "A table is missing." in page.session_state["workspace"].notice


def test_a_gateway_that_cannot_be_removed_stays_with_a_sentence(
    open_page, store, scripted, lose_gateways
):
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page("pages/gateways.py", gateway=scripted.base_url)
    lose_gateways()

    page = page.button(key="gateways-remove").click().run()

    assert not page.exception
    assert page.toast[0].value.startswith("This gateway is not removed: ")


def test_a_check_that_cannot_be_kept_is_not_started(open_page, store, scripted, lose_gateways):
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page("pages/gateways.py", gateway=scripted.base_url)
    page.button(key="gateways-list-models").click().run()
    lose_gateways()

    page = page.button(key="gateways-check").click().run()

    assert not page.exception
    assert page.toast[0].value.startswith("The check is not started: ")
    assert [one for one in scripted.requests if one.method == "POST"] == []
