"""The Gateways page: a gateway is checked, and what was found is kept."""

import threading
import time

import pytest
from gateways_screen import PAGE, has_button, read
from scripted_exchange import Reply
from scripted_replies import error_json

from switchboard.gateway_records import GatewayRecord

pytestmark = pytest.mark.app


def finish_check(page):
    until = time.monotonic() + 30
    while not has_button(page, "gateways-check"):
        assert time.monotonic() < until, "the check does not end"
        time.sleep(0.05)
        page.run()
    return page


def test_opening_a_gateway_sends_nothing(open_page, store, scripted):
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page(PAGE, gateway=scripted.base_url)

    assert page.button(key="gateways-check").disabled
    assert scripted.requests == []


def test_a_check_says_what_it_costs_and_is_kept_with_its_date(open_page, store, scripted):
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page(PAGE, gateway=scripted.base_url)
    page.button(key="gateways-list-models").click().run()
    assert "A check sends 17 requests" in read(page)
    assert "at the very most there are 53 requests and 53,000 tokens out" in read(page)

    page.button(key="gateways-check").click().run()
    finish_check(page)

    kept = store.gateway(scripted.base_url)
    assert len(kept.findings) == 19
    assert {one.model for one in kept.findings} == {"scripted-1"}
    again = open_page(PAGE, gateway=scripted.base_url)
    assert "Checked" in read(again)
    assert "**Plain answer** · yes · It said" in read(again)
    assert "**One tool call** · odd · It took the tools but wrote no call" in read(again)
    assert [code for code in again.code if '"max_tokens": 1000' in code.value]


def test_what_a_check_finds_refused_is_learnt_and_can_be_forgotten(open_page, store, scripted):
    def answer(request):
        if b'"n": 2' not in request.body:
            return None
        return Reply(error_json("Unsupported parameter: 'n'", param="n"), status=400)

    scripted.answer_with(answer)
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page(PAGE, gateway=scripted.base_url)
    page.button(key="gateways-list-models").click().run()
    page.button(key="gateways-check").click().run()
    finish_check(page)
    assert [one.field for one in store.gateway(scripted.base_url).learnt] == ["n"]
    assert "`n`: This gateway refused it on" in read(page)

    page.button(key="gateways-forget-0").click().run()

    assert store.gateway(scripted.base_url).learnt == ()
    assert "`n`: This gateway" not in read(page)


def test_a_check_is_stopped_and_what_was_found_is_kept(open_page, store, scripted):
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page(PAGE, gateway=scripted.base_url)
    page.button(key="gateways-list-models").click().run()
    scripted.reply(hang=True)
    page.button(key="gateways-check").click().run()

    page.button(key="gateways-stop").click().run()
    finish_check(page)

    assert "Stopped by you" in read(page)
    kept = store.gateway(scripted.base_url).findings
    assert [one.probe for one in kept] == ["reachable", "models"]


def test_a_check_goes_on_when_its_page_is_left(open_page, store, scripted):
    go_on = threading.Event()
    store.save_gateway(GatewayRecord(scripted.base_url))
    page = open_page(PAGE, gateway=scripted.base_url)
    page.button(key="gateways-list-models").click().run()
    scripted.reply(hang=go_on)
    page.button(key="gateways-check").click().run()

    other = open_page(PAGE, gateway=scripted.base_url)
    assert has_button(other, "gateways-stop")
    go_on.set()
    finish_check(other)

    assert "Checked" in read(other)
