"""What a gateway taught, and what a person changed, outdo the table."""

from datetime import UTC, datetime

import pytest

from switchboard.gateway import profile_for
from switchboard.gateway_records import GatewayRecord, Learnt
from switchboard.settings import Profile

URL = "https://gateway.example/v1"
AT = datetime(2026, 11, 23, tzinfo=UTC)


def learnt_profile(*fields, says="", model="m"):
    learnt = tuple(Learnt(field, model, says, AT) for field in fields)
    return profile_for(URL, "m", GatewayRecord(URL, learnt=learnt))


def changed_profile(base_url=URL, model="m", **changes):
    return profile_for(base_url, model, GatewayRecord(base_url, changes=changes))


def test_an_empty_record_changes_nothing():
    assert profile_for(URL, "m", GatewayRecord(URL)) == Profile()


def test_a_refused_field_is_not_sent_again():
    profile = learnt_profile("stream_options")

    assert profile.refused == {"stream_options": "This gateway refused it on 23 November 2026."}


def test_what_one_model_refused_says_nothing_of_another():
    assert learnt_profile("temperature", model="other") == Profile()


@pytest.mark.parametrize(
    ("fields", "limit_field", "refused"),
    [
        (("max_tokens",), "max_completion_tokens", {"max_tokens"}),
        (("max_completion_tokens",), "max_tokens", {"max_completion_tokens"}),
        (("max_tokens", "max_completion_tokens"), "max_tokens", {"max_completion_tokens"}),
    ],
)
def test_a_refused_token_limit_is_swapped_never_lost(fields, limit_field, refused):
    profile = learnt_profile(*fields)

    assert profile.token_limit_field == limit_field
    assert set(profile.refused) == refused


@pytest.mark.parametrize(
    "says",
    [
        "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model."
        " Supported values are: 'none', 'low', and 'high'.",
        "Invalid reasoning_effort: minimal. Valid values are: none, low, high",
        "`reasoning_effort` must be one of `none`, `low` or `high`",
    ],
)
def test_a_refused_effort_leaves_those_the_gateway_named(says):
    profile = learnt_profile("reasoning_effort", says=says)

    assert profile.reasoning_efforts == ("none", "low", "high")
    assert profile.refused == {}


def test_an_effort_that_was_refused_as_such_is_not_sent_again():
    profile = learnt_profile(
        "reasoning_effort", says="Unrecognized request argument supplied: reasoning_effort"
    )

    assert set(profile.refused) == {"reasoning_effort"}


@pytest.mark.parametrize(
    ("field", "name", "value"),
    [
        ("system_role=developer", "system_role", "developer"),
        ("content_beside_calls=empty", "content_beside_calls", "empty"),
        ("effort_beside_tools=none", "effort_beside_tools", "none"),
        ("sampling_beside_effort=absent", "sampling_beside_effort", "absent"),
        ("reasoning_replay=reasoning_content", "reasoning_replay", "reasoning_content"),
        ("reasoning_replay=thinking_parts", "reasoning_replay", "thinking_parts"),
    ],
)
def test_a_field_with_a_value_is_learnt_as_that_value(field, name, value):
    assert getattr(learnt_profile(field), name) == value


def test_reasoning_that_was_refused_in_messages_is_never_sent_back():
    record = GatewayRecord(
        "https://api.deepseek.com", learnt=(Learnt("reasoning_content", "m", "no", AT),)
    )

    assert profile_for("https://api.deepseek.com", "m", record).reasoning_replay == "never"


def test_a_refused_field_of_reasoning_says_nothing_of_thinking_parts():
    url = "https://api.mistral.ai/v1"
    record = GatewayRecord(url, learnt=(Learnt("reasoning_content", "magistral", "no", AT),))

    assert profile_for(url, "magistral", record).reasoning_replay == "thinking_parts"


@pytest.mark.parametrize(
    ("name", "value", "becomes"),
    [
        ("name", "Mine", "Mine"),
        ("token_limit_field", "max_completion_tokens", "max_completion_tokens"),
        ("system_role", "developer", "developer"),
        ("refused", {"n": "Ours gives one."}, {"n": "Ours gives one."}),
        ("refused", ["n"], {"n": "Left out by your own choice."}),
        ("reasoning_efforts", ["low", "high"], ("low", "high")),
        ("effort_beside_tools", "absent", "absent"),
        ("sampling_beside_effort", "none", "none"),
        ("content_beside_calls", "empty", "empty"),
        ("call_ids", "nine", "nine"),
        ("schema_dialect", "gemini", "gemini"),
        ("reasoning_replay", "reasoning", "reasoning"),
        ("reasoning_replay", "thinking_parts", "thinking_parts"),
        ("role_order", "alternating", "alternating"),
        ("parts", ["file", "image_url"], frozenset({"file", "image_url"})),
    ],
)
def test_every_field_can_be_changed_by_a_json_value(name, value, becomes):
    assert getattr(changed_profile(**{name: value}), name) == becomes


@pytest.mark.parametrize(
    "changes",
    [
        {"colour": "red"},
        {"call_ids": "ten"},
        {"system_role": None},
        {"system_role": ["developer"]},
        {"parts": "file"},
        {"refused": 3},
        {"name": ""},
        {"reasoning_efforts": {"low": 1}},
    ],
)
def test_a_change_that_does_not_fit_is_passed_over(changes):
    assert changed_profile(**changes) == Profile()


def test_a_person_may_allow_what_the_table_refuses():
    assert changed_profile("https://api.openai.com/v1", "o3", refused={}).refused == {}


def test_a_person_has_the_last_word_over_what_was_learnt():
    record = GatewayRecord(
        URL,
        changes={"system_role": "system"},
        learnt=(Learnt("system_role=developer", "m", "no", AT),),
    )

    assert profile_for(URL, "m", record).system_role == "system"
