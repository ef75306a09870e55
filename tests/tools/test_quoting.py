"""Names and values stand between backticks in every message, and nothing else does markdown."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.messages import Call
from switchboard.tools import check_call, check_schema, check_toolset, value_problems
from switchboard.tools.quoting import code, shown
from tests.tools.test_argument_wording import SENTENCES
from tests.tools.test_json_syntax import FAULTS as NO_JSON
from tests.tools.test_schema_checks import FAULTS as BAD_SCHEMAS
from tests.tools.test_toolsets import MISFITS

MESSAGES = [
    *(each.message for text, *_ in NO_JSON.values() for each in check_toolset(text).problems),
    *(each.message for text, *_ in MISFITS.values() for each in check_toolset(text).problems),
    *(each.message for schema, *_ in BAD_SCHEMAS.values() for each in check_schema(schema)),
    *(
        each.message
        for schema, value, _ in SENTENCES.values()
        for each in value_problems({"x": value}, {"properties": {"x": schema}})
    ),
]


@pytest.mark.parametrize("message", sorted(set(MESSAGES)))
def test_outside_its_code_a_message_is_plain_words(message):
    outside = re.sub(r"`[^`]+`", "", message)

    assert not set(outside) & set('`"{}[]\\*_#$<>|~')


ODD = st.text(st.sampled_from('`"\n\\*[!](x) \u2028\x00é'), max_size=8)


@settings(max_examples=60, deadline=None)
@given(ODD, ODD)
def test_no_name_or_value_breaks_out_of_its_code(name, value):
    parameters = {
        "type": "object",
        "properties": {name: {"enum": [value + "x"]}},
        "additionalProperties": False,
    }
    tools = check_toolset(json.dumps({"name": "f", "parameters": parameters})).tools
    call = Call("call_1", "f", json.dumps({name: value, name + "y": 1}))

    for problem in check_call(call, tools).problems:
        outside = problem.message.split("`")[::2]
        assert problem.message.count("`") % 2 == 0
        assert problem.message.isprintable()
        assert not set("".join(outside)) & set('"\\*[!](')


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("city", "`city`"),
        ("a`b", r"`a\u0060b`"),
        ("a\nb", r"`a\u000ab`"),
        ("", '`""`'),
        (" ", '`" "`'),
        ("a" * 61, "`" + "a" * 60 + "…`"),
    ],
)
def test_a_name_is_quoted_so_that_it_stays_code(text, quoted):
    assert code(text) == quoted


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("a`b", r'`"a\u0060b"`'),
        ("a" * 60, '`"' + "a" * 60 + '"`'),
        (None, "`null`"),
        ({"a": 1}, '`{"a": 1}`'),
        ([0] * 13, "a list of 13 entries"),
    ],
)
def test_a_value_is_quoted_as_json(value, quoted):
    assert shown(value) == quoted
