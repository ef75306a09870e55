"""Each control sets one field of the request, and what is left empty is not sent."""

from dataclasses import replace

import pytest
from playground import conversation_of, say, words
from settings_controls import (
    clear_settings,
    open_fold,
    pick,
    sent_fields,
    told_of_more_settings,
    type_extra_json,
    type_schema,
    write,
)

pytestmark = pytest.mark.app

CLOCK = "get_current_time"
FUNCTION = {"type": "function", "function": {"name": "get_weather"}}


def test_nothing_set_sends_no_setting(open_page, scripted):
    page = open_page()
    for fold in ("Tools", "Output", "Sampling", "Reasoning", "Account", "Anything else"):
        open_fold(page, fold)

    say(page, "Hi")

    assert sorted(scripted.requests[-1].json) == [
        "messages",
        "model",
        "stream",
        "stream_options",
        "tools",
    ]
    assert told_of_more_settings(page) == ""


NUMBERS = [
    (None, "temperature", 0.0, {"temperature": 0.0}),
    (None, "max_tokens", 7, {"max_tokens": 7}),
    ("Output", "n", 2, {"n": 2}),
    ("Sampling", "top_p", 0.5, {"top_p": 0.5}),
    ("Sampling", "frequency_penalty", -2.0, {"frequency_penalty": -2.0}),
    ("Sampling", "presence_penalty", 2.0, {"presence_penalty": 2.0}),
    ("Sampling", "seed", 0, {"seed": 0}),
]


@pytest.mark.parametrize(("fold", "name", "value", "sent"), NUMBERS)
def test_a_number_is_sent_until_it_is_emptied(open_page, scripted, fold, name, value, sent):
    page = open_page()
    if fold:
        open_fold(page, fold)

    page.number_input(key=f"talk-set-{name}").set_value(value).run()
    assert sent_fields(say(page, "Hi"), scripted) == sent

    page.number_input(key=f"talk-set-{name}").set_value(None).run()
    assert sent_fields(say(page, "Hi"), scripted) == {}


CHOICES = [
    (None, "tool_choice", "auto", {"tool_choice": "auto"}),
    (None, "tool_choice", "none", {"tool_choice": "none"}),
    (None, "tool_choice", "required", {"tool_choice": "required"}),
    (None, "tool_choice", ("function", "get_weather"), {"tool_choice": FUNCTION}),
    ("Tools", "parallel_tool_calls", False, {"parallel_tool_calls": False}),
    ("Output", "verbosity", "low", {"verbosity": "low"}),
    ("Output", "format-kind", "text", {"response_format": {"type": "text"}}),
    ("Output", "format-kind", "json_object", {"response_format": {"type": "json_object"}}),
    ("Sampling", "logprobs", True, {"logprobs": True}),
    ("Account", "service_tier", "flex", {"service_tier": "flex"}),
    ("Account", "store", False, {"store": False}),
]


@pytest.mark.parametrize(("fold", "name", "value", "sent"), CHOICES)
def test_a_choice_is_sent_until_it_is_taken_back(open_page, scripted, fold, name, value, sent):
    page = open_page()
    if fold:
        open_fold(page, fold)

    pick(page, name, value)
    assert sent_fields(say(page, "Hi"), scripted) == sent

    pick(page, name, None)
    assert sent_fields(say(page, "Hi"), scripted) == {}


TEXTS = [
    ("Output", "stop", "END\n\\n\n\n", {"stop": ["END", "\n"]}),
    ("Sampling", "logit_bias", "50256: -100\n7=3", {"logit_bias": {"50256": -100, "7": 3}}),
    ("Account", "metadata", "team: a:b\n", {"metadata": {"team": "a:b"}}),
    ("Account", "prompt_cache_key", " k ", {"prompt_cache_key": "k"}),
    ("Account", "safety_identifier", "s", {"safety_identifier": "s"}),
    ("Account", "user", "u", {"user": "u"}),
]


@pytest.mark.parametrize(("fold", "name", "text", "sent"), TEXTS)
def test_a_text_is_sent_until_it_is_emptied(open_page, scripted, fold, name, text, sent):
    page = open_fold(open_page(), fold)

    write(page, name, text)
    assert sent_fields(say(page, "Hi"), scripted) == sent

    write(page, name, " ")
    assert sent_fields(say(page, "Hi"), scripted) == {}


def test_alternatives_wait_for_log_probabilities(open_page, scripted):
    page = open_fold(open_page(), "Sampling")
    assert page.number_input(key="talk-set-top_logprobs").disabled

    pick(page, "logprobs", True)
    page.number_input(key="talk-set-top_logprobs").set_value(3).run()

    assert sent_fields(say(page, "Hi"), scripted) == {"logprobs": True, "top_logprobs": 3}


def test_some_of_the_tools_can_be_allowed_or_required(open_page, scripted):
    page = open_page()

    pick(page, "tool_choice", "some")
    assert page.multiselect(key="talk-set-allowed-names").value == ["get_weather"]
    pick(page, "allowed-mode", "required")
    assert sent_fields(say(page, "Hi"), scripted) == {
        "tool_choice": {
            "type": "allowed_tools",
            "allowed_tools": {"mode": "required", "tools": [FUNCTION]},
        }
    }

    page.multiselect(key="talk-set-allowed-names").set_value([]).run()
    assert sent_fields(say(page, "Hi"), scripted) == {}


def test_a_schema_is_edited_in_its_own_editor_and_sent_with_the_tools(open_page, scripted):
    page = open_fold(open_page(), "Output")
    pick(page, "format-kind", "json_schema")
    type_schema(page, '{"type": "object"}')
    pick(page, "format-strict", False)
    write(page, "format-name", "place")

    sent = sent_fields(say(page, "Hi"), scripted)

    assert sent == {
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "place", "schema": {"type": "object"}, "strict": False},
        }
    }
    assert scripted.requests[-1].json["tools"]


def test_extra_headers_are_sent_beside_the_key_and_not_in_the_body(open_page, scripted):
    page = open_fold(open_page(), "Anything else")

    write(page, "extra_headers", "X-Team: red\nX-Trace:  1:2 ")

    assert sent_fields(say(page, "Hi"), scripted) == {}
    headers = scripted.requests[-1].headers
    assert (headers["x-team"], headers["x-trace"]) == ("red", "1:2")


def test_extra_json_is_merged_last_and_null_takes_a_field_out(open_page, scripted):
    page = open_fold(open_page(), "Anything else")
    page.number_input(key="talk-set-temperature").set_value(1.0).run()

    type_extra_json(page, '{"top_k": 40, "temperature": 0.25, "stream_options": null}')

    say(page, "Hi")
    sent = scripted.requests[-1].json
    assert (sent["top_k"], sent["temperature"]) == (40, 0.25)
    assert "stream_options" not in sent


def test_what_was_set_stays_when_its_fold_is_closed_and_opened_again(open_page, scripted):
    page = open_fold(open_page(), "Sampling")
    page.number_input(key="talk-set-top_p").set_value(0.5).run()

    open_fold(page, "Sampling", is_open=False)
    assert not [w for w in page.number_input if w.key == "talk-set-top_p"]
    assert sent_fields(say(page, "Hi"), scripted) == {"top_p": 0.5}

    open_fold(page, "Sampling")
    assert page.number_input(key="talk-set-top_p").value == 0.5


def test_the_groups_are_drawn_once_their_fold_is_open(open_page):
    page = open_page()
    assert "Sampling" not in [fold.label for fold in page.expander]

    page.session_state["settings-more"] = True

    assert "Sampling" in [fold.label for fold in page.run().expander]


def test_what_is_open_stays_open_in_a_new_conversation(open_page):
    page = open_fold(open_page(), "Sampling")

    next(button for button in page.button if button.label == "New conversation").click().run()

    assert page.number_input(key="talk-set-top_p")


def test_it_is_told_beneath_the_fold_how_much_is_set_and_one_button_clears_it(open_page, scripted):
    page = open_fold(open_fold(open_page(), "Sampling"), "Anything else")
    page.number_input(key="talk-set-temperature").set_value(1.0).run()
    page.number_input(key="talk-set-top_p").set_value(0.5).run()
    type_extra_json(page, '{"top_k": 40}')
    assert told_of_more_settings(page) == "More settings: 2 set"

    clear_settings(page)

    assert told_of_more_settings(page) == ""
    assert page.number_input(key="talk-set-top_p").value is None
    assert sent_fields(say(page, "Hi"), scripted) == {"temperature": 1.0}


def test_another_conversation_keeps_the_settings_and_the_editors_text(open_page, scripted):
    page = open_fold(open_page(), "Anything else")
    type_extra_json(page, '{"top_k": 40}')
    say(page, "Hi")
    first = conversation_of(page).id

    next(button for button in page.button if button.label == "New conversation").click().run()
    assert conversation_of(page).id != first
    type_extra_json(page, '{"top_k": 41}')
    say(page, "Hi")

    assert scripted.requests[-1].json["top_k"] == 41


def test_settings_that_are_changed_elsewhere_are_shown(open_page, scripted):
    page = open_fold(open_page(), "Sampling")
    page.number_input(key="talk-set-top_p").set_value(0.5).run()

    workspace = page.session_state["workspace"]
    settings = replace(workspace.conversation.settings, top_p=None, seed=4)
    workspace.conversation = replace(workspace.conversation, settings=settings)
    page.run()

    assert page.number_input(key="talk-set-top_p").value is None
    assert page.number_input(key="talk-set-seed").value == 4
    assert conversation_of(page).settings.seed == 4
    assert "Traceback" not in words(page)
