"""What was set up on the Gateways page counts in the Playground."""

import pytest
from gateways_screen import PAGE, URL
from playground import say

from switchboard.gateway_records import Finding, GatewayRecord, Learnt
from tests.store.records import NOON

pytestmark = pytest.mark.app
SECRET = "sk-very-secret-0123456789"


def test_a_saved_gateway_is_picked_in_the_playground_by_its_name(open_page, store):
    store.save_gateway(GatewayRecord(URL, name="Mine"))
    page = open_page()

    assert "Mine" in page.selectbox(key="talk-gateway").options


def test_the_playground_takes_over_the_model_that_was_picked(open_page, store):
    found = [Finding("answer", "yes", "It does.", name, NOON) for name in ("mine-1", "mine-2")]
    store.save_gateway(GatewayRecord(URL, findings=tuple(found)))
    page = open_page(PAGE, gateway=URL)
    page.selectbox(key=f"gateways-model-{URL}").set_value("mine-2").run()
    page.button(key="gateways-use").click().run()

    conversation = page.session_state["workspace"].conversation
    assert (conversation.base_url, conversation.model) == (URL, "mine-2")
    assert page.selectbox(key="talk-model").value == "mine-2"


def test_what_was_set_up_and_learnt_counts_in_the_playground(
    open_page, store, scripted, monkeypatch
):
    monkeypatch.setenv("EXAMPLE_API_KEY", SECRET)
    monkeypatch.setenv("EXAMPLE_BASE_URL", scripted.base_url)
    learnt = Learnt("temperature", "scripted-1", "Unsupported parameter: 'temperature'", NOON)
    record = GatewayRecord(
        scripted.base_url,
        key_source="EXAMPLE_API_KEY",
        headers={"X-Title": "Switchboard"},
        changes={"system_role": "developer"},
        learnt=(learnt,),
    )
    page = open_page()
    page.text_area(key="talk-system").set_value("Be brief.")
    page.number_input(key="talk-set-temperature").set_value(0.5).run()
    store.save_gateway(record)

    say(page, "Hi")

    sent = scripted.requests[-1]
    assert sent.headers["authorization"] == f"Bearer {SECRET}"
    assert sent.headers["x-title"] == "Switchboard"
    assert sent.json["messages"][0] == {"role": "developer", "content": "Be brief."}
    assert "temperature" not in sent.json
