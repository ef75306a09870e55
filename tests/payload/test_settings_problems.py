"""Settings that would be refused are named before anything is sent."""

import pytest

from switchboard.payload import settings_problems
from switchboard.settings import ResponseFormat, Settings

GOOD = {
    "nothing set": Settings(),
    "everything at its limit": Settings(
        stop=("a", "b", "c", "d"),
        logit_bias={"0": -100, "100264": 100},
        metadata={f"{'k' * 62}{i:02}": "v" * 512 for i in range(16)},
        response_format=ResponseFormat("json_schema", "{}", name="N-a_9" + "x" * 59),
        extra_headers={"X-Team": "a b", "OpenAI-Organization": "org_1"},
        extra_body='{"top_k": 40}',
    ),
    "200 objects in each other": Settings(extra_body='{"a":' * 200 + "1" + "}" * 200),
    "blank JSON": Settings(extra_body=" \n"),
    "a name that is not sent": Settings(response_format=ResponseFormat("text", name="")),
}


@pytest.mark.parametrize("settings", GOOD.values(), ids=GOOD)
def test_settings_within_the_limits_have_no_problems(settings):
    assert settings_problems(settings) == ()


BAD = {
    "five stops": (
        Settings(stop=("a", "b", "c", "d", "e")),
        "There are 5 stop texts; a request takes at most four. Remove some.",
    ),
    "an empty stop": (Settings(stop=("",)), "A stop text is empty. Remove it."),
    "a bias beyond 100": (
        Settings(logit_bias={"7": 101}),
        "The logit bias of token 7 is 101; it must be -100 to 100.",
    ),
    "a bias of a word": (
        Settings(logit_bias={"cat": 1}),
        "The logit bias 'cat' can't be read. Write a token id and a number, such as 50256: -100.",
    ),
    "17 pairs": (
        Settings(metadata={str(i): "" for i in range(17)}),
        "There are 17 pairs of metadata; a request takes at most 16.",
    ),
    "a long value": (
        Settings(metadata={"k": "v" * 513}),
        "The metadata 'k' has 513 characters; 512 are the most.",
    ),
    "a long name": (
        Settings(metadata={"k" * 65: ""}),
        "A metadata name has at most 64 characters: 'kkkkkkkkkkkkkkkkkkkk'… is longer.",
    ),
    "no name": (
        Settings(metadata={"": "v\nw"}),
        "The metadata line 'v' can't be read. Write a name, a colon and a value, such as"
        " project: demo.",
    ),
    "identifier": (
        Settings(safety_identifier="s" * 65),
        "The safety identifier has 65 characters; 64 are the most.",
    ),
    "a format's name with a space": (
        Settings(response_format=ResponseFormat("json_schema", "{}", name="my answer")),
        "The response format's name must be 1 to 64 letters, digits, _ and -.",
    ),
    "a format's name of 65": (
        Settings(response_format=ResponseFormat("json_schema", "{}", name="n" * 65)),
        "The response format's name must be 1 to 64 letters, digits, _ and -.",
    ),
    "a list": (
        Settings(extra_body="[]"),
        'The extra JSON is not a JSON object. Write one, such as {"top_k": 40}.',
    ),
    "a number": (
        Settings(extra_body="5"),
        'The extra JSON is not a JSON object. Write one, such as {"top_k": 40}.',
    ),
    "broken": (
        Settings(extra_body="{"),
        'The extra JSON is not a JSON object. Write one, such as {"top_k": 40}.',
    ),
    "nested beyond reading": (
        Settings(extra_body='{"a":' * 100_000),
        "The extra JSON is nested too deeply; 200 levels are the most.",
    ),
    "201 objects in each other": (
        Settings(extra_body='{"a":' * 201 + "1" + "}" * 201),
        "The extra JSON is nested too deeply; 200 levels are the most.",
    ),
    "lists in each other": (
        Settings(extra_body='{"a":' + "[" * 900 + "]" * 900 + "}"),
        "The extra JSON is nested too deeply; 200 levels are the most.",
    ),
}


@pytest.mark.parametrize(("settings", "said"), BAD.values(), ids=BAD)
def test_what_is_beyond_a_limit_is_one_sentence(settings, said):
    assert [problem.message for problem in settings_problems(settings)] == [said]


SECRET = (
    "The extra JSON's field {!r} looks as if it held a key, and keys are never saved. Remove it, "
)
SECRET += "and type the key into its own field in the sidebar."

HOLDING = {
    '{"api_key": "hunter2"}': "api_key",
    '{"apiKey": "hunter2"}': "apiKey",
    '{"X-Api-Key": "hunter2"}': "X-Api-Key",
    '{"APIKEY": "hunter2"}': "APIKEY",
    '{"key": "hunter2"}': "key",
    '{"a": [{"b": {"accessToken": "hunter2"}}]}': "accessToken",
    '{"api_keys": ["hunter2"]}': "api_keys",
    '{"client_secret": "hunter2"}': "client_secret",
    '{"db_password": "hunter2"}': "db_password",
    '{"auth": "hunter2"}': "auth",
    '{"Authorization": "hunter2"}': "Authorization",
    '{"credentials": "hunter2"}': "credentials",
}


@pytest.mark.parametrize(("text", "name"), HOLDING.items(), ids=HOLDING.values())
def test_a_field_of_the_extra_json_that_is_named_like_a_key_is_refused_and_not_repeated(text, name):
    (problem,) = settings_problems(Settings(extra_body=text))

    assert problem.message == SECRET.format(name)
    assert problem.path[0] == "extra_body"


@pytest.mark.parametrize(
    "text",
    [
        '{"max_tokens": 5, "min_tokens": 1, "max_completion_tokens": 9}',
        '{"prompt_cache_key": "team-a", "safety_identifier": "u1"}',
        '{"logit_bias": {"7": 1}, "stop_token_ids": [1], "skip_special_tokens": false}',
        '{"eos_token": "</s>", "stop_token": "END", "tokenizer": "auto", "token_healing": true}',
        '{"guided_json": {"properties": {"password": {"type": "string"}}, "required": ["token"]}}',
        '{"author": "Ada", "keywords": ["a"], "key_points": "b", "api_key": null}',
    ],
)
def test_a_field_that_only_sounds_like_a_key_is_none(text):
    assert settings_problems(Settings(extra_body=text)) == ()


@pytest.mark.parametrize("name", ["Authorization", "authorization", "HOST", "Content-Length"])
def test_a_header_that_the_request_writes_itself_is_refused(name):
    (problem,) = settings_problems(Settings(extra_headers={name: "hunter2"}))

    assert problem.message.startswith(f"Remove the extra header {name!r}.")
    assert problem.path == ("extra_headers", name)


@pytest.mark.parametrize("name", ["", "X Team", "X:Team", "X-Tëam", "X\r\nY", "\0"])
def test_a_header_name_that_cannot_be_sent_is_refused(name):
    (problem,) = settings_problems(Settings(extra_headers={name: "a"}))

    assert "cannot be sent" in problem.message


@pytest.mark.parametrize("value", ["", " ", "a\r\nX-Other: b", "a\n", "a\0", "ü", "\x7f"])
def test_a_header_value_that_cannot_be_sent_is_refused_and_not_repeated(value):
    (problem,) = settings_problems(Settings(extra_headers={"X-Team": value}))

    assert problem.message == (
        "The extra header 'X-Team' has no value, or one with characters other than ASCII."
    )


def test_a_header_that_is_written_twice_in_other_letters_is_refused():
    settings = Settings(extra_headers={"X-Team": "a", "x-team": "b"})

    (problem,) = settings_problems(settings)

    assert problem.message == "The extra header 'x-team' stands there twice. Remove one."
