"""The Gateways page: a profile is changed, and the change undone."""

import pytest
from gateways_screen import PAGE, URL, read

from switchboard.gateway_records import Finding, GatewayRecord
from tests.store.records import NOON

pytestmark = pytest.mark.app


def test_a_changed_profile_counts_and_the_change_can_be_undone(open_page, store):
    store.save_gateway(GatewayRecord(URL))
    page = open_page(PAGE, gateway=URL)
    field = f"gateways-profile-{URL}--system_role-'system'"
    page.selectbox(key=field).set_value("developer").run()

    assert store.gateway(URL).changes == {"system_role": "developer"}
    assert "changed by you" in read(page)

    page.button(key="gateways-undo-system_role").click().run()

    assert store.gateway(URL).changes == {}
    assert "changed by you" not in read(page)


def test_sampling_beside_an_effort_is_set_in_words_and_kept(open_page, store):
    store.save_gateway(GatewayRecord(URL))
    field = f"gateways-profile-{URL}--sampling_beside_effort-'any'"
    page = open_page(PAGE, gateway=URL)

    page.selectbox(key=field).set_value("absent").run()

    assert store.gateway(URL).changes == {"sampling_beside_effort": "absent"}
    assert "Sampling settings beside a reasoning effort" in read(page)


def test_how_mistral_gets_its_thinking_back_is_told_in_words_and_can_be_changed(open_page, store):
    url = "https://api.mistral.ai/v1"
    checked = Finding("answer", "yes", "It does.", "magistral-medium-latest", NOON)
    store.save_gateway(GatewayRecord(url, findings=(checked,)))
    page = open_page(PAGE, gateway=url)
    field = f"gateways-profile-{url}-magistral-medium-latest-reasoning_replay-'thinking_parts'"

    assert "as thinking parts of the content" in page.selectbox(key=field).options
    page.selectbox(key=field).set_value("never").run()

    assert store.gateway(url).changes == {"reasoning_replay": "never"}


def test_values_of_a_field_that_takes_several_stand_as_text_and_are_edited_beside_it(
    open_page, store
):
    store.save_gateway(GatewayRecord(URL, changes={"reasoning_efforts": ["low", "medium", "high"]}))
    page = open_page(PAGE, gateway=URL)
    efforts = f"gateways-profile-{URL}--reasoning_efforts-['low', 'medium', 'high']"

    assert "low, medium, high" in [text.value for text in page.markdown]
    page.multiselect(key=efforts).set_value(["low"]).run()

    assert store.gateway(URL).changes == {"reasoning_efforts": ["low"]}
    assert "low" in [text.value for text in page.markdown]


def test_a_field_that_is_never_sent_can_be_named_and_taken_back(open_page, store):
    store.save_gateway(GatewayRecord(URL, changes={"refused": {"n": "No."}}))
    page = open_page(PAGE, gateway=URL)
    key = next(one.key for one in page.multiselect if "-refused-" in one.key)
    page.multiselect(key=key).set_value([]).run()

    assert store.gateway(URL).changes == {}
