"""The Gateways page as a person uses it, drawn by Streamlit without a browser."""

import threading
import time

import pytest
from playground import say, words
from scripted_gateway import Reply, ScriptedGateway
from scripted_replies import error_json

from switchboard.gateway_records import Finding, GatewayRecord, Learnt
from switchboard.settings import Timeouts
from tests.store.records import NOON

pytestmark = pytest.mark.app
PAGE = "pages/gateways.py"
URL = "https://gateway.example/v1"
SECRET = "sk-very-secret-0123456789"


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


def read(page) -> str:
    return "\n".join([words(page), *(one.label for one in page.expander)])


def add(page, address):
    page.button(key="gateways-add").click().run()
    return page.text_input(key="gateways-address-").set_value(address).run()


def finish_check(page):
    until = time.monotonic() + 30
    while not has_button(page, "gateways-check"):
        assert time.monotonic() < until, "the check does not end"
        time.sleep(0.05)
        page.run()
    return page


def has_button(page, key) -> bool:
    return any(button.key == key for button in page.button)


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


def test_the_embedded_gateway_is_there_and_nothing_of_it_can_be_set(open_page):
    page = open_page(PAGE, gateway="offline")

    assert "there is nothing to set" in read(page)
    assert not has_button(page, "gateways-save")
    assert "offline-chat" in page.selectbox(key="gateways-model-").options


def test_a_gateway_that_is_not_kept_is_told(open_page):
    assert "not kept here" in read(open_page(PAGE, gateway="https://nobody.example/v1"))


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
    monkeypatch.setenv("SWITCHBOARD_BASE_URL", scripted.base_url)
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
