"""The reasoning effort: which a model takes, and what is refused beside it."""

import pytest
from playground import conversation_of, say
from scripted_gateway import MODELS
from scripted_replies import models_json
from settings_controls import not_sent, open_fold, pick, sent_fields, take_model

pytestmark = pytest.mark.app


@pytest.fixture
def reasoners(scripted):
    """The scripted gateway with a model that reasons when asked to, and one that does unasked."""
    scripted.reply(models_json("scripted-1", "gpt-5.1", "gpt-5.5"), path=MODELS)
    return scripted


def test_an_effort_is_offered_as_the_model_takes_it(open_page, two_models):
    page = open_fold(take_model(open_page(), "o3"), "Reasoning")
    assert page.selectbox(key="talk-set-reasoning_effort").options == ["low", "medium", "high"]

    pick(page, "reasoning_effort", "low")

    assert sent_fields(say(page, "Hi"), two_models) == {"reasoning_effort": "low"}


def is_greyed(page, name):
    controls = [*page.number_input, *page.selectbox]
    return next(one.disabled for one in controls if one.key == f"talk-set-{name}")


@pytest.mark.parametrize("name", ["temperature", "top_p", "logprobs", "top_logprobs"])
def test_an_effort_greys_the_sampling_settings_that_are_refused_beside_it(
    open_page, reasoners, name
):
    page = open_fold(open_fold(take_model(open_page(), "gpt-5.1"), "Reasoning"), "Sampling")
    pick(page, "logprobs", True)
    assert not is_greyed(page, name)

    pick(page, "reasoning_effort", "low")
    assert is_greyed(page, name)

    pick(page, "reasoning_effort", "none")
    assert not is_greyed(page, name)


def test_why_a_setting_is_not_sent_beside_an_effort_stands_beneath_it(open_page, reasoners):
    page = open_fold(take_model(open_page(), "gpt-5.1"), "Reasoning")
    page.number_input(key="talk-set-temperature").set_value(0.5).run()
    pick(page, "reasoning_effort", "low")

    assert not_sent(page) == [
        "Not sent: This model takes it beside the reasoning effort none only, not beside low\\."
    ]
    assert sent_fields(say(page, "Hi"), reasoners) == {"reasoning_effort": "low"}

    pick(page, "reasoning_effort", None)
    assert not_sent(page) == []
    assert sent_fields(say(page, "Hi"), reasoners) == {"temperature": 0.5}


def test_a_model_that_reasons_unasked_takes_sampling_settings_once_the_effort_is_none(
    open_page, reasoners
):
    page = open_fold(take_model(open_page(), "gpt-5.5"), "Reasoning")
    assert is_greyed(page, "temperature")

    pick(page, "reasoning_effort", "none")

    assert not is_greyed(page, "temperature")


def test_an_effort_of_another_model_is_shown_and_not_sent(open_page, two_models):
    page = open_fold(take_model(open_page(), "o3"), "Reasoning")
    pick(page, "reasoning_effort", "low")

    take_model(page, "gpt-4o")

    control = page.selectbox(key="talk-set-reasoning_effort")
    assert (control.disabled, control.value) == (True, "low")
    assert sent_fields(say(page, "Hi"), two_models) == {}
    assert conversation_of(page).settings.reasoning_effort == "low"


def test_a_model_nothing_is_known_of_may_be_asked_for_any_effort(open_page, two_models):
    page = open_fold(take_model(open_page(), "scripted-1"), "Reasoning")

    pick(page, "reasoning_effort", "xhigh")

    assert sent_fields(say(page, "Hi"), two_models) == {"reasoning_effort": "xhigh"}
