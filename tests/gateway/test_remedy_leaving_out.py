"""A refusal that names a field can be answered by leaving it out."""

import json

import pytest

from switchboard.gateway.remedies import Remedy, apply_remedy
from switchboard.settings import Profile
from tests.gateway.refusals_by_name import TOOL, profile_after, remedy, request
from tests.gateway.refused_parts import REFUSED_PARTS
from tests.gateway.refused_settings import REFUSED_SETTINGS

WITHOUT = REFUSED_SETTINGS | REFUSED_PARTS


@pytest.mark.parametrize(("body", "asked", "field"), WITHOUT.values(), ids=WITHOUT)
def test_the_field_a_refusal_names_can_be_left_out(body, asked, field):
    found = remedy(body, asked)

    assert found is not None
    assert found.field.removesuffix("=here") == field
    assert found.label == f"Send again without {field}"
    assert f'"{field}":' not in json.dumps(apply_remedy(asked, found))


@pytest.mark.parametrize(
    ("asked", "field", "left"),
    [
        (request(tools=[TOOL], tool_choice="auto", parallel_tool_calls=True), "tools", request()),
        (request(logprobs=True, top_logprobs=3), "logprobs", request()),
        (request(stream=True, stream_options={}), "stream", request()),
    ],
)
def test_what_makes_no_sense_without_a_field_goes_with_it(asked, field, left):
    assert apply_remedy(asked, Remedy(field, "", "")) == left


LASTING = {
    name: case
    for name, case in WITHOUT.items()
    if name != "parallel calls without tools" and not name.startswith(("no ", "an effort"))
}


@pytest.mark.parametrize(("body", "asked", "field"), LASTING.values(), ids=LASTING)
def test_what_was_learnt_is_not_sent_to_that_gateway_again(body, asked, field):
    assert field in profile_after(remedy(body, asked)).refused


@pytest.mark.parametrize(
    "name",
    [
        "parallel calls without tools",
        "no tools at all",
        "no tools at DashScope",
        "no calls in a message",
    ],
)
def test_what_was_refused_only_as_it_stood_teaches_nothing(name):
    body, asked, _ = WITHOUT[name]

    assert profile_after(remedy(body, asked)) == Profile()
