"""Wrong fields of a request get the reference's status and envelope."""

import pytest
from toolbox import RefusalOf, Refused

REFUSED: list[Refused] = [
    (
        "a field nobody knows",
        {"foo": 1},
        "Unrecognized request argument supplied: foo",
        None,
        None,
    ),
    (
        "text for a number",
        {"temperature": "hot"},
        "Invalid type for 'temperature': expected a decimal, but got a string instead.",
        "temperature",
        "invalid_type",
    ),
    (
        "a truth for a number",
        {"max_tokens": True},
        "Invalid type for 'max_tokens': expected an integer, but got a boolean instead.",
        "max_tokens",
        "invalid_type",
    ),
    (
        "a number too great",
        {"temperature": 2.5},
        "Invalid 'temperature': decimal above maximum value. "
        "Expected a value <= 2, but got 2.5 instead.",
        "temperature",
        "decimal_above_max_value",
    ),
    (
        "a number too small",
        {"n": 0},
        "Invalid 'n': integer below minimum value. Expected a value >= 1, but got 0 instead.",
        "n",
        "integer_below_min_value",
    ),
    (
        "stream options without a stream",
        {"stream_options": {"include_usage": True}},
        "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
        "stream_options",
        None,
    ),
    (
        "two limits",
        {"max_tokens": 5, "max_completion_tokens": 5},
        "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.",
        None,
        "invalid_parameter_combination",
    ),
    (
        "rivals without log probabilities",
        {"top_logprobs": 2},
        "Invalid value for 'top_logprobs': 'top_logprobs' is only allowed when 'logprobs' is "
        "enabled.",
        "top_logprobs",
        None,
    ),
    (
        "JSON that nobody speaks of",
        {"response_format": {"type": "json_object"}},
        "'messages' must contain the word 'json' in some form, to use 'response_format' of type "
        "'json_object'.",
        "messages",
        None,
    ),
    (
        "five stops",
        {"stop": ["a", "b", "c", "d", "e"]},
        "Invalid 'stop': array too long. Expected an array with maximum length 4, "
        "but got an array with length 5 instead.",
        "stop",
        "array_above_max_length",
    ),
    (
        "effort of a model that makes none",
        {"reasoning_effort": "low"},
        "Unrecognized request argument supplied: reasoning_effort",
        None,
        None,
    ),
    ("no model", {"model": None}, "you must provide a model parameter", None, None),
]


@pytest.mark.parametrize("case", REFUSED, ids=[case[0] for case in REFUSED])
def test_a_wrong_field_is_refused_in_the_reference_s_words(refusal_of: RefusalOf, case: Refused):
    _, fields, message, param, code = case

    assert refusal_of(fields) == {
        "message": message,
        "type": "invalid_request_error",
        "param": param,
        "code": code,
    }
