"""The Gateways page: gateways are added, set up, moved and removed."""

import pytest
from gateways_screen import PAGE, URL, has_button, read

from switchboard.gateway_records import GatewayRecord, Learnt
from switchboard.settings import Timeouts
from tests.store.records import NOON

pytestmark = pytest.mark.app
SECRET = "sk-very-secret-0123456789"


def add(page, address):
    page.button(key="gateways-add").click().run()
    return page.text_input(key="gateways-address-").set_value(address).run()


def test_without_gateways_the_page_says_what_to_do(open_page):
    page = open_page(PAGE)

    assert "Add one: its base URL is enough to begin with." in read(page)
    assert "Offline" in read(page)
    assert page.exception == []


def test_a_gateway_is_added_and_opened(open_page, store):
    page = add(open_page(PAGE), "localhost:9999/v1/chat/completions")
    page.text_input(key="gateways-name-").set_value("Mine").run()
    page.button(key="gateways-save").click().run()

    assert store.gateways() == (GatewayRecord("http://localhost:9999/v1", name="Mine"),)
    assert "http://localhost:9999/v1" in page.query_params["gateway"]
    assert page.subheader[0].value == "Mine"


@pytest.mark.parametrize("address", ["ftp://example.com", "https://user:pw@example.com/v1", "a b"])
def test_an_address_that_cannot_be_used_is_told_at_once_and_not_saved(open_page, address):
    page = add(open_page(PAGE), address)

    assert page.error
    assert page.button(key="gateways-save").disabled
    assert "pw" not in read(page)


def test_the_same_address_is_not_added_twice(open_page, store):
    store.save_gateway(GatewayRecord(URL))
    page = add(open_page(PAGE), f"{URL}/")

    assert page.error[0].value == "A gateway with this address is there already."
    assert page.button(key="gateways-save").disabled


def test_an_empty_form_is_no_mistake_once_the_embedded_gateway_was_checked(open_page, store):
    store.save_gateway(GatewayRecord(""))
    page = open_page(PAGE)
    page.button(key="gateways-add").click().run()

    assert [error.value for error in page.error] == []
    assert page.button(key="gateways-save").disabled


def test_where_requests_go_is_told_with_the_query_behind_the_path(open_page):
    page = add(open_page(PAGE), "https://azure.example/openai/d?api-version=1")

    told = read(page).replace("\\", "").replace("\N{WORD JOINER}", "")
    assert "Requests go to https://azure.example/openai/d/chat/completions?api-version=1" in told


def test_everything_of_a_gateway_can_be_set(open_page, store, monkeypatch):
    monkeypatch.setenv("EXAMPLE_API_KEY", SECRET)
    monkeypatch.setenv("EXAMPLE_BASE_URL", URL)
    store.save_gateway(GatewayRecord(URL))
    page = open_page(PAGE, gateway=URL)
    page.selectbox(key=f"gateways-key-source-{URL}").set_value("EXAMPLE_API_KEY")
    page.text_area(key=f"gateways-headers-{URL}").set_value("X-Title: Switchboard\n\nX-B: 2")
    page.number_input(key=f"gateways-connect-{URL}").set_value(3)
    page.number_input(key=f"gateways-first-{URL}").set_value(40)
    page.number_input(key=f"gateways-silence-{URL}").set_value(50)
    page.number_input(key=f"gateways-retries-{URL}").set_value(5)
    page.toggle(key=f"gateways-resends-{URL}").set_value(True).run()
    page.button(key="gateways-save").click().run()

    assert store.gateway(URL) == GatewayRecord(
        URL,
        key_source="EXAMPLE_API_KEY",
        headers={"X-Title": "Switchboard", "X-B": "2"},
        timeouts=Timeouts(3, 40, 50),
        max_retries=5,
        resends_by_itself=True,
    )
    assert "`EXAMPLE_API_KEY`" in read(page)
    assert SECRET not in read(page)


def test_a_gateway_that_moves_leaves_a_key_behind_that_is_not_for_its_new_address(
    open_page, store, monkeypatch
):
    monkeypatch.setenv("EXAMPLE_API_KEY", SECRET)
    monkeypatch.setenv("EXAMPLE_BASE_URL", URL)
    store.save_gateway(GatewayRecord(URL, key_source="EXAMPLE_API_KEY"))
    page = open_page(PAGE, gateway=URL)
    page.text_input(key=f"gateways-address-{URL}").set_value("https://evil.example/v1").run()
    page.button(key="gateways-save").click().run()

    assert store.gateway("https://evil.example/v1").key_source == ""


@pytest.mark.parametrize(
    "headers",
    [
        "Authorization: Bearer x",
        "api-key: abc",
        f"X-Title: {SECRET}",
        "no colon",
        "A: 1\nA: 2",
    ],
)
def test_headers_that_cannot_be_kept_are_told_and_their_values_are_not(open_page, store, headers):
    store.save_gateway(GatewayRecord(URL))
    page = open_page(PAGE, gateway=URL)
    page.text_area(key=f"gateways-headers-{URL}").set_value(headers).run()

    assert page.error
    assert page.button(key="gateways-save").disabled
    assert SECRET not in read(page)


def test_a_key_among_the_headers_is_told_once_and_where_it_belongs(open_page, store):
    store.save_gateway(GatewayRecord(URL))
    page = open_page(PAGE, gateway=URL)
    page.text_area(key=f"gateways-headers-{URL}").set_value("Authorization: Bearer x").run()

    assert [error.value for error in page.error] == [
        "Remove the extra header \\'Authorization\\'\\. The key has a field of its own\\."
    ]


def test_a_key_that_is_not_found_is_told(open_page, store):
    store.save_gateway(GatewayRecord(URL, key_source="EXAMPLE_API_KEY"))

    assert "`EXAMPLE_API_KEY` is neither in the environment" in read(open_page(PAGE)).replace(
        "\\", ""
    )


def test_a_gateway_is_removed(open_page, store):
    store.save_gateway(GatewayRecord(URL))
    page = open_page(PAGE, gateway=URL)
    page.button(key="gateways-remove").click().run()

    assert store.gateways() == ()
    assert page.title[0].value == "Gateways"


def test_another_address_is_another_gateway_of_which_nothing_is_known(open_page, store):
    store.save_gateway(GatewayRecord(URL, name="Mine", learnt=(Learnt("n", "m", "No.", NOON),)))
    page = open_page(PAGE, gateway=URL)
    page.text_input(key=f"gateways-address-{URL}").set_value("https://other.example/v1").run()
    page.button(key="gateways-save").click().run()

    assert store.gateways() == (GatewayRecord("https://other.example/v1", name="Mine"),)


def test_the_embedded_gateway_is_there_and_nothing_of_it_can_be_set(open_page):
    page = open_page(PAGE, gateway="offline")

    assert "there is nothing to set" in read(page)
    assert not has_button(page, "gateways-save")
    assert "offline-chat" in page.selectbox(key="gateways-model-").options


def test_a_gateway_that_is_not_kept_is_told(open_page):
    assert "not kept here" in read(open_page(PAGE, gateway="https://nobody.example/v1"))
