"""The Playground: what a gateway refuses by name is left out, and that is remembered."""

from dataclasses import replace

import pytest
from playground import conversation_of, say, words
from scripted_replies import chunk, error_json, sse

from components import services
from switchboard.gateway_records import GatewayRecord
from switchboard.settings import Settings

pytestmark = pytest.mark.app


def refuse(scripted, field):
    message = f"Unsupported parameter: '{field}' is not supported with this model."
    scripted.reply(error_json(message, param=field, code="unsupported_parameter"), status=400)


def opened(open_page, scripted, **settings):
    page = open_page()
    workspace = page.session_state["workspace"]
    workspace.conversation = replace(
        workspace.conversation, model="scripted-1", settings=Settings(**settings)
    )
    return page.run()


def sent(scripted):
    return [request.json for request in scripted.requests if request.method == "POST"]


def learnt(scripted):
    record = services.store().gateway(scripted.base_url)
    return [(one.field, one.model) for one in record.learnt] if record else []


def test_what_is_refused_by_name_is_left_out_with_one_click_and_remembered(open_page, scripted):
    refuse(scripted, "temperature")
    page = say(opened(open_page, scripted, temperature=0.5), "Hi")
    assert page.button(key="talk-resend").label == "Send again without temperature"

    page = page.button(key="talk-resend").click().run()

    first, second = sent(scripted)
    assert first["temperature"] == 0.5
    assert second == {name: value for name, value in first.items() if name != "temperature"}
    assert conversation_of(page).messages[-1].text == "Hello from the scripted gateway."
    assert "Sent again without temperature, which the gateway refused" in words(page)
    assert page.error == []
    assert learnt(scripted) == [("temperature", "scripted-1")]

    say(page, "Once more")

    assert "temperature" not in sent(scripted)[-1]
    assert conversation_of(page).entries[-1].outcome.notes == ()


def test_trying_again_sends_the_same_and_remembers_nothing(open_page, scripted):
    refuse(scripted, "temperature")
    page = say(opened(open_page, scripted, temperature=0.5), "Hi")

    page.button(key="talk-try-again").click().run()

    assert [request["temperature"] for request in sent(scripted)] == [0.5, 0.5]
    assert learnt(scripted) == []


def test_a_refusal_that_names_nothing_offers_no_change(open_page, scripted):
    scripted.reply(error_json("Something is wrong."), status=400)

    page = say(opened(open_page, scripted, temperature=0.5), "Hi")

    labels = [button.label for button in page.button]
    assert "Try again" in labels
    assert [label for label in labels if label.startswith("Send again")] == []


def test_a_gateway_set_up_for_it_is_sent_the_rest_by_itself(open_page, scripted):
    services.store().save_gateway(GatewayRecord(scripted.base_url, resends_by_itself=True))
    refuse(scripted, "temperature")
    refuse(scripted, "top_p")

    page = say(opened(open_page, scripted, temperature=0.5, top_p=0.9), "Hi")

    assert [sorted({"temperature", "top_p"} & set(request)) for request in sent(scripted)] == [
        ["temperature", "top_p"],
        ["top_p"],
        [],
    ]
    assert conversation_of(page).entries[-1].outcome.notes == (
        "Sent again without temperature, which the gateway refused.",
        "Sent again without top_p, which the gateway refused.",
    )
    assert learnt(scripted) == [("temperature", "scripted-1"), ("top_p", "scripted-1")]


def test_by_itself_no_field_is_left_out_twice(open_page, scripted):
    services.store().save_gateway(GatewayRecord(scripted.base_url, resends_by_itself=True))
    page = opened(open_page, scripted, extra_body='{"temperature": 0.5}')
    refuse(scripted, "temperature")
    page = say(page, "Hi")
    assert len(sent(scripted)) == 2
    refuse(scripted, "temperature")

    page = say(page, "And again")

    assert len(sent(scripted)) == 3
    assert page.button(key="talk-resend").label == "Send again without temperature"


def test_an_old_refusal_that_is_opened_again_sends_nothing_by_itself(open_page, scripted):
    refuse(scripted, "temperature")
    page = say(opened(open_page, scripted, temperature=0.5), "Hi")
    address = page.query_params["conversation"]
    services.store().save_gateway(GatewayRecord(scripted.base_url, resends_by_itself=True))
    services.jobs.clear()

    page = open_page(conversation=address)

    assert len(sent(scripted)) == 1
    assert page.button(key="talk-resend").label == "Send again without temperature"


def test_an_answer_that_broke_off_with_a_refusal_makes_way_for_the_next(open_page, scripted):
    refusal = {"error": {"message": "Unsupported parameter: 'seed'", "param": "seed", "code": 400}}
    scripted.reply([*sse(chunk({"content": "Well"}), done=False), *sse(refusal, done=False)])
    page = say(opened(open_page, scripted, seed=7), "Hi")
    assert "Well" in words(page)

    page = page.button(key="talk-resend").click().run()

    assert [message.text for message in conversation_of(page).messages] == [
        "Hi",
        "Hello from the scripted gateway.",
    ]
    assert [request.get("seed") for request in sent(scripted)] == [7, None]


def test_another_gateway_is_not_told_what_this_one_refuses(open_page, scripted):
    refuse(scripted, "temperature")
    page = say(opened(open_page, scripted, temperature=0.5), "Hi")
    workspace = page.session_state["workspace"]
    workspace.conversation = replace(workspace.conversation, base_url="http://127.0.0.1:9/v1")

    page.run()

    assert [button.label for button in page.button if button.key == "talk-resend"] == []


ONLY_WITH = (
    "Invalid value for 'logit_bias': 'logit_bias' is only allowed when 'tools' are specified."
)


def test_a_field_refused_only_as_it_stood_is_left_out_each_time_and_never_remembered(
    open_page, scripted
):
    services.store().save_gateway(GatewayRecord(scripted.base_url, resends_by_itself=True))
    page = opened(open_page, scripted, extra_body='{"logit_bias": {"1": 1}}')
    for text in ("Hi", "And again"):
        scripted.reply(error_json(ONLY_WITH, param="logit_bias"), status=400)
        page = say(page, text)

    assert ["logit_bias" in request for request in sent(scripted)] == [True, False, True, False]
    assert learnt(scripted) == []


def test_sampling_refused_beside_an_effort_is_left_out_and_greyed_beside_it_alone(
    open_page, scripted
):
    says = "Unsupported parameter: 'temperature' is not supported with reasoning effort 'low'."
    scripted.reply(error_json(says, param="temperature"), status=400)
    page = say(opened(open_page, scripted, temperature=0.5, reasoning_effort="low"), "Hi")
    assert page.button(key="talk-resend").label == "Send again without sampling settings"

    page = page.button(key="talk-resend").click().run()

    first, second = sent(scripted)
    assert second == {name: value for name, value in first.items() if name != "temperature"}
    assert learnt(scripted) == [("sampling_beside_effort=absent", "scripted-1")]
    assert page.number_input(key="talk-set-temperature").disabled
    workspace = page.session_state["workspace"]
    workspace.conversation = replace(workspace.conversation, settings=Settings(temperature=0.5))
    assert not page.run().number_input(key="talk-set-temperature").disabled
    say(page, "Again")
    assert sent(scripted)[-1]["temperature"] == 0.5
