"""What a model or a gateway refuses is greyed with the reason and not sent."""

import pytest
from playground import say, words
from settings_controls import not_sent, open_fold, pick, sent_fields, take_model

from components import services
from switchboard.gateway_records import GatewayRecord

pytestmark = pytest.mark.app

FUNCTION = {"type": "function", "function": {"name": "get_weather"}}

REFUSED_BY_O3 = [
    (None, "number_input", "temperature"),
    ("Tools", "selectbox", "parallel_tool_calls"),
    ("Output", "text_area", "stop"),
    ("Sampling", "number_input", "top_p"),
    ("Sampling", "number_input", "frequency_penalty"),
    ("Sampling", "number_input", "presence_penalty"),
    ("Sampling", "selectbox", "logprobs"),
]


@pytest.mark.parametrize(("fold", "kind", "name"), REFUSED_BY_O3)
def test_what_the_model_refuses_is_greyed_with_the_reason(open_page, two_models, fold, kind, name):
    page = take_model(open_page(), "o3")
    if fold:
        open_fold(page, fold)

    control = next(one for one in page.get(kind) if one.key == f"talk-set-{name}")

    assert control.disabled
    assert control.help.endswith("It is not sent.")
    assert len(control.help) > len("It is not sent.") + 10


def test_what_is_set_and_refused_is_sent_again_to_a_model_that_takes_it(open_page, two_models):
    page = take_model(open_page(), "scripted-1")
    page.number_input(key="talk-set-temperature").set_value(0.5).run()

    take_model(page, "o3")
    assert sent_fields(say(page, "Hi"), two_models) == {}
    assert page.number_input(key="talk-set-temperature").value == 0.5

    take_model(page, "scripted-1")
    assert sent_fields(say(page, "Hi"), two_models) == {"temperature": 0.5}


def test_why_a_value_is_not_sent_stands_beneath_it(open_page, two_models):
    page = take_model(open_page(), "scripted-1")
    page.number_input(key="talk-set-temperature").set_value(0.5).run()
    assert not_sent(page) == []

    take_model(page, "o3")
    (reason,) = not_sent(page)
    help_says = page.number_input(key="talk-set-temperature").help
    assert help_says == f"{reason.removeprefix('Not sent: ')} It is not sent."

    take_model(page, "scripted-1")
    assert not_sent(page) == []


def test_the_most_tokens_are_sent_in_the_field_the_model_takes(open_page, two_models):
    page = take_model(open_page(), "o3")

    page.number_input(key="talk-set-max_tokens").set_value(9).run()

    assert sent_fields(say(page, "Hi"), two_models) == {"max_completion_tokens": 9}


def test_a_choice_of_a_tool_that_is_gone_is_shown_and_not_sent(open_page, scripted):
    page = open_page()
    pick(page, "tool_choice", ("function", "get_weather"))

    page.selectbox(key="toolset-example").set_value("Clock").run()

    assert page.selectbox(key="talk-set-tool_choice").value == ("function", "get_weather")
    assert "The toolset has no get\\_weather, so no tool choice is sent." in words(page)
    assert sent_fields(say(page, "Hi"), scripted) == {}
    page.selectbox(key="toolset-example").set_value("Weather").run()
    assert sent_fields(say(page, "Hi"), scripted) == {"tool_choice": FUNCTION}


def test_tools_that_the_model_is_not_sent_are_not_said_to_be_ready(open_page, scripted):
    services.store().save_gateway(
        GatewayRecord(scripted.base_url, changes={"refused": {"tools": "It takes none."}})
    )

    page = open_page()
    told = words(page)

    assert "not sent: It takes none\\." in told
    assert "ready to send" not in told
    say(page, "Hi")
    assert "tools" not in scripted.requests[-1].json
