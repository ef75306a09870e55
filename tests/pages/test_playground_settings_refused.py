"""What a model or a gateway would refuse: greyed with the reason, or named before it is sent."""

from dataclasses import replace

import pytest
from playground import conversation_of, say, words
from scripted_gateway import MODELS
from scripted_replies import models_json
from settings_controls import (
    composer,
    fold_label,
    open_fold,
    pick,
    sent_fields,
    take_model,
    type_extra_json,
    type_schema,
    write,
)

from components import services
from switchboard.gateway_records import GatewayRecord
from switchboard.settings import Settings

pytestmark = pytest.mark.app


@pytest.fixture
def two_models(scripted):
    """The scripted gateway with a model that refuses much."""
    scripted.reply(models_json("scripted-1", "gpt-4o", "o3"), path=MODELS)
    return scripted


@pytest.fixture
def reasoners(scripted):
    """The scripted gateway with a model that reasons when asked to, and one that does unasked."""
    scripted.reply(models_json("scripted-1", "gpt-5.1", "gpt-5.5"), path=MODELS)
    return scripted


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


def not_sent(page):
    return [one.value for one in page.caption if one.value.startswith("Not sent: ")]


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


def test_a_choice_of_a_tool_that_is_gone_is_shown_and_not_sent(open_page, scripted):
    page = open_page()
    pick(page, "tool_choice", ("function", "get_weather"))

    page.selectbox(key="toolset-example").set_value("Clock").run()

    assert page.selectbox(key="talk-set-tool_choice").value == ("function", "get_weather")
    assert "The toolset has no get\\_weather, so no tool choice is sent." in words(page)
    assert sent_fields(say(page, "Hi"), scripted) == {}
    page.selectbox(key="toolset-example").set_value("Weather").run()
    assert sent_fields(say(page, "Hi"), scripted) == {"tool_choice": FUNCTION}


BLOCKING = [
    ("Output", "stop", "a\nb\nc\nd\ne", "There are 5 stop texts; a request takes at most four."),
    ("Sampling", "logit_bias", "7: 101", "The logit bias of token 7 is 101; it must be -100 to"),
    ("Account", "metadata", "k: " + "v" * 513, "The metadata 'k' has 513 characters; 512 are"),
    ("Account", "metadata", "nocolon", "The metadata line 'nocolon' can't be read. Write a"),
    ("Account", "safety_identifier", "s" * 80, "The safety identifier has 80 characters; 64 are"),
    ("Sampling", "logit_bias", "7: 1\n8: 1.5", "The logit bias '8: 1.5' can't be read. Write a"),
    ("Anything else", "extra_headers", "Host: x", "Remove the extra header 'Host'."),
    ("Anything else", "extra_headers", "X Team: x", "The header name 'X Team' cannot be sent."),
    ("Anything else", "extra_headers", "X-Team", "The extra header 'X-Team' has no value"),
]


@pytest.mark.parametrize(("fold", "name", "text", "said"), BLOCKING)
def test_a_setting_beyond_its_limit_blocks_sending_until_it_is_mended(
    open_page, scripted, fold, name, text, said
):
    page = open_fold(open_page(), fold)

    write(page, name, text)
    assert composer(page).disabled
    assert composer(page).placeholder.startswith(f"Mend the settings: {said}")
    assert fold_label(page) == "More settings (1 set, 1 to mend)"
    assert len(page.error) == 1

    write(page, name, "")
    assert not composer(page).disabled
    assert len(page.error) == 0


@pytest.mark.parametrize(
    "header",
    ["Authorization: hunter2-hunter2", "X-Api-Key: hunter2-hunter2", "X-Via: sk-hunter2hunter2"],
)
def test_a_key_among_the_headers_blocks_sending_and_is_never_saved(
    open_page, scripted, store, header
):
    page = open_fold(open_page(), "Anything else")
    say(page, "Hi")

    write(page, "extra_headers", header)

    name = header.partition(":")[0]
    assert composer(page).placeholder.startswith(
        f"Mend the settings: The extra header {name!r} looks as if it held a key"
    )
    saved = store.conversation(conversation_of(page).id)
    assert name in str(saved.document)
    assert "hunter2" not in str(saved.document)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"api_key": "hunter2-hunter2"}', "The extra JSON's field 'api_key' looks as if it held"),
        ('{"a": [{"b": "sk-hunter2hunter2"}]}', "The extra JSON holds what looks like a key"),
        ('{"a": "Bearer hunter2hunter2"}', "The extra JSON holds what looks like a key"),
    ],
)
def test_a_key_in_the_extra_json_blocks_sending_and_is_never_saved(
    open_page, scripted, store, text, said
):
    page = open_fold(open_page(), "Anything else")
    say(page, "Hi")

    type_extra_json(page, text)

    assert composer(page).placeholder.startswith(f"Mend the settings: {said}")
    saved = store.conversation(conversation_of(page).id)
    assert "***" in str(saved.document)
    assert "hunter2" not in str(saved.document)


@pytest.mark.parametrize("text", ["{", "[]", '{"a": NaN}'])
def test_extra_json_that_is_no_object_blocks_sending(open_page, scripted, text):
    page = open_fold(open_page(), "Anything else")

    type_extra_json(page, text)

    assert composer(page).placeholder.startswith(
        "Mend the settings: The extra JSON is not a JSON object."
    )
    assert page.error

    type_extra_json(page, "")
    assert not composer(page).disabled


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"type": "strin"}', "Line 1: `type` must be"),
        ("{", "Line 1: "),
        ("[]", "Line 1: This must be a JSON object;"),
    ],
)
def test_a_schema_with_a_problem_blocks_sending_and_says_where(open_page, scripted, text, said):
    page = open_fold(open_page(), "Output")
    pick(page, "format-kind", "json_schema")
    assert not composer(page).disabled

    type_schema(page, text)

    assert composer(page).placeholder == (
        "Mend the schema of the response format: it has 1 problem."
    )
    assert page.error[0].value.startswith(said)


def test_a_strict_schema_is_held_to_the_rules_of_strict_mode(open_page, scripted):
    page = open_fold(open_page(), "Output")
    pick(page, "format-kind", "json_schema")
    type_schema(page, '{"type": "object", "properties": {"a": {"type": "string"}}}')
    assert not composer(page).disabled

    pick(page, "format-strict", True)

    assert composer(page).placeholder.startswith("Mend the schema of the response format:")


@pytest.mark.parametrize(
    ("fold", "name", "text"),
    [("Sampling", "logit_bias", "7: 1\n\ncat"), ("Account", "metadata", "a: 1\n\nnocolon")],
)
def test_lines_that_cannot_be_read_stay_as_they_were_typed(open_page, scripted, fold, name, text):
    page = open_fold(open_page(), fold)

    write(page, name, text)

    assert page.text_area(key=f"talk-set-{name}").value == text


@pytest.mark.parametrize("temperature", [-1.0, 3.0])
def test_a_saved_number_beyond_the_limits_is_shown(open_page, scripted, temperature):
    page = open_page()
    workspace = page.session_state["workspace"]
    settings = Settings(temperature=temperature)
    workspace.conversation = replace(workspace.conversation, settings=settings)

    page.run()

    assert page.number_input(key="talk-set-temperature").value == temperature
    assert page.exception == []


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
