"""Whatever the remedy: the words are the gateway's, and nothing else is touched."""

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway.refusals import fault_in
from switchboard.gateway.remedies import Remedy, apply_remedy, remedy_for
from switchboard.gateway_records import Learnt
from switchboard.runs import Fault
from switchboard.turns import fault_of
from tests.gateway.refusals_by_name import FULL, openai, remedy


def test_an_error_inside_a_stream_can_be_mended_too():
    error = fault_in(openai("Unsupported parameter: 'store'", param="store"), "", ())

    assert remedy_for(fault_of(error), FULL).field == "store"


def test_the_gateways_words_are_kept_without_ours():
    found = remedy(openai("property 'store' is unsupported, did you mean 'stop'?"), FULL)

    assert found.says == "property 'store' is unsupported, did you mean 'stop'?"


def test_the_request_that_was_refused_is_not_touched():
    before = json.dumps(FULL)

    apply_remedy(FULL, Remedy("temperature", "", ""))
    apply_remedy(FULL, Remedy("system_role=developer", "", ""))

    assert json.dumps(FULL) == before


def test_a_remedy_is_remembered_for_its_model():
    at = datetime(2026, 11, 23, tzinfo=UTC)

    assert Remedy("store", "Send again without store", "no").learnt("m", at) == Learnt(
        "store", "m", "no", at
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["user", "assistant", "x", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["role", "content", "tool_calls", "function", "strict", "id", "type"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


EVERY_REMEDY = [
    *("strict", "detail", "tool_calls", "tools", "name", "max_tokens", "system_role=system"),
    *("content_beside_calls=empty", "effort_beside_tools=none", "role_order=alternating"),
    "reasoning_replay=never",
    *("sampling_beside_effort=absent", "sampling_beside_effort=none"),
    *("reasoning_replay=reasoning_content", "call_ids=nine", "schema_dialect=gemini"),
]


@given(JSON, JSON, st.sampled_from(EVERY_REMEDY))
def test_a_persons_own_json_in_the_request_breaks_no_remedy(messages, tools, field):
    asked = {"model": "m", "messages": messages, "tools": tools}

    assert apply_remedy(asked, Remedy(field, "", ""))["model"] == "m"


@given(st.text(max_size=300), st.none() | st.text(max_size=40))
def test_no_words_of_a_gateway_break_the_search_for_a_remedy(message, param):
    found = remedy_for(Fault("GatewayRefusal", message, status=400, param=param), FULL)

    assert found is None or apply_remedy(FULL, found) != FULL
