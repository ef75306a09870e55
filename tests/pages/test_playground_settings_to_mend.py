"""A setting that would be refused blocks sending, says why, and stays as it was typed."""

from dataclasses import replace

import pytest
from playground import conversation_of, say
from settings_controls import (
    composer,
    open_fold,
    pick,
    told_of_more_settings,
    type_extra_json,
    type_schema,
    write,
)

from switchboard.settings import Settings

pytestmark = pytest.mark.app


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
    assert told_of_more_settings(page) == "More settings: 1 set, 1 to mend"
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
