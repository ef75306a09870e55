"""A person's own JSON may be of any form: neither finding a remedy nor applying it raises."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway.remedies import Remedy, apply_remedy, remedy_for
from switchboard.payload.call_ids import with_call_ids
from switchboard.payload.role_order import with_role_order
from switchboard.runs import Fault
from switchboard.settings import Profile

WORDS = (
    "Unsupported parameter: 'temperature' is not supported",
    "Unsupported parameter: 'messages[0].role'",
    "Function tools with reasoning_effort are not supported",
    "temperature is not supported with reasoning effort",
    "missing reasoning_content",
    "unknown variant `thinking`",
    "roles must alternate",
    "tool call id 1 must be a-z, A-Z, 0-9",
    "developer is not one of 'system'",
    "'system' role not supported",
    "content: null where a string is required",
    "function_declarations",
    "model does not support images",
    "does not support tools",
    "'strict' is unsupported",
    "'detail' is unsupported",
    "n must be 1",
    'unknown field "tool_calls"',
    "max_tokens is not supported",
)
FIELDS = (
    "temperature=here",
    "max_tokens",
    "tools",
    "strict",
    "detail",
    "image_url",
    "tool_calls",
    "name",
    "system_role=system",
    "content_beside_calls=empty",
    "effort_beside_tools=none",
    "sampling_beside_effort=absent",
    "reasoning_replay=reasoning_content",
    "reasoning_replay=never",
    "role_order=alternating",
    "call_ids=nine",
    "schema_dialect=gemini",
)
TEXTS = st.sampled_from(
    [
        *("", "x", "user", "system", "developer", "assistant", "tool"),
        *("image_url", "function", "thinking", "text"),
    ]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS
KEYS = st.sampled_from(
    [
        "role",
        "content",
        "tool_calls",
        "tool_call_id",
        "name",
        "id",
        "function",
        "type",
        "image_url",
        "detail",
        "strict",
        "parameters",
        "properties",
        "anyOf",
    ]
)
ODD = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
    max_leaves=12,
)
MESSAGES = st.lists(st.dictionaries(KEYS, ODD, max_size=6), max_size=4)
REQUESTS = st.fixed_dictionaries(
    {},
    optional={
        "messages": MESSAGES | ODD,
        "tools": st.lists(st.dictionaries(KEYS, ODD, max_size=4), max_size=3) | ODD,
    }
    | dict.fromkeys(
        (
            *("model", "tool_choice", "n", "response_format", "max_tokens", "temperature"),
            "reasoning_effort",
        ),
        ODD,
    ),
)
REPORTED = {"messages": [{"role": ["a"], "content": {"a": 1}, "tool_calls": 5}] * 2}


def refusal(words, param=None):
    message = f"The gateway refused the request (400 Bad Request): {words}"
    return Fault(
        "GatewayRefusal", message, "", status=400, type=None, param=param, code=None, body=""
    )


@pytest.mark.parametrize("words", WORDS)
def test_no_refusal_of_the_reported_request_raises(words):
    remedy = remedy_for(refusal(words), REPORTED)

    assert remedy is None or apply_remedy(REPORTED, remedy) != REPORTED


@given(REQUESTS, st.sampled_from(WORDS), st.sampled_from([None, "messages[0].role", "tools", "n"]))
def test_looking_for_a_remedy_never_raises_and_what_is_found_changes_the_request(
    request, words, param
):
    remedy = remedy_for(refusal(words, param), request)

    assert remedy is None or apply_remedy(request, remedy) != request


@given(REQUESTS, st.sampled_from(FIELDS))
def test_every_remedy_is_applied_to_any_request_and_a_second_time_changes_nothing(request, field):
    once = apply_remedy(request, Remedy(field, "", ""))

    assert field.startswith("max_tokens") or apply_remedy(once, Remedy(field, "", "")) == once


@given(MESSAGES)
def test_messages_of_any_form_are_put_into_a_profiles_order_and_ids(messages):
    profile = Profile(role_order="alternating", call_ids="nine")

    assert len(with_call_ids(messages, profile)) == len(messages)
    assert len(with_role_order(messages, profile)) <= len(messages)


def test_what_is_no_call_stays_as_it_is_among_calls_that_are_renamed():
    message = {"role": "assistant", "tool_calls": [5, {"id": ["a"]}, {"id": "abcdefghi"}]}

    assert with_call_ids([message], Profile(call_ids="nine")) == [message]


def test_contents_of_any_form_are_joined_as_parts():
    first, second = {"role": "user", "content": {"a": 1}}, {"role": "user", "content": "Hi"}

    assert with_role_order([first, second], Profile(role_order="alternating")) == [
        {"role": "user", "content": [{"a": 1}, {"type": "text", "text": "Hi"}]}
    ]
