"""Any text is read as a request without an exception, and in a time that its length bounds."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.formats.requests import is_curl, read_request, read_request_tools

KEYS = """role content type text tool_calls function name arguments image_url url effort format
call_id output tools mode id"""
FIELDS = """messages input instructions tools functions model tool_choice stop response_format
reasoning text metadata logit_bias stream temperature"""
PIECES = """curl -d -H ' " \\ $' ^ <<E E @ { } --json {"messages":[]} -X https://[ ?a=b | \\x4
\\U99999999 : -- -"""
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KEYS.split()), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(
    st.lists(st.sampled_from([*PIECES.split(), " ", "\n"]), max_size=25).map(
        lambda pieces: "curl " + "".join(pieces)
    )
)
def test_any_command_gives_a_reading(text):
    assert is_curl(text)
    assert read_request(text).text == read_request_tools(text).text


@given(st.text(max_size=60))
def test_any_text_gives_a_reading(text):
    assert read_request(text).problems


@given(st.dictionaries(st.sampled_from(FIELDS.split()), JSON, max_size=5))
def test_any_body_gives_a_reading(body):
    assert json.loads(read_request(json.dumps(body)).text) is not None


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "curl " + "'a" * 200_001,
        "curl " + "\\\n" * 200_000,
        "curl x <<A\n" + "A \n" * 100_000,
        "curl " + "<<A\n" * 50_000,
        'curl ^"' + "\\" * 200_000 + '"',
        "curl ^\n" + '""' * 200_000,
        "a=b " * 100_000 + "curl x",
        "curl $'" + "\\x41" * 200_000 + "'",
        "curl " + "-d a " * 100_000,
    ],
    ids=["quotes", "joined", "here", "heres", "slashes", "doubled", "before", "escapes", "options"],
)
def test_a_long_command_is_read_in_a_moment(text):
    read_request(text)
