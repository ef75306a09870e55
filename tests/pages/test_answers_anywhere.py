"""The editor of a tool's answers, wherever it stands and whatever stands in the text."""

import json
from pathlib import Path

import pytest
from answers_screen import WEATHER, rows_of, text_with
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from switchboard.simulate.plans.forms import RESPONDER_FORMS

pytestmark = pytest.mark.app

PAGE = Path(__file__).with_name("answers_page.py")
PARIS = {"properties": {"city": {"const": "Paris"}}, "required": ["city"]}
PATIENT = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def open_editor(text, arguments=None):
    page = AppTest.from_file(str(PAGE), default_timeout=30)
    page.session_state["text"], page.session_state["arguments"] = text, arguments
    page.run()
    assert page.exception == []
    return page


def responders_in(page):
    return json.loads(page.session_state["text"])[0]["x-switchboard"]["responders"]


def test_the_answer_to_the_call_at_hand_is_marked():
    responders = [{"kind": "hand", "when": PARIS}, {"kind": "schema"}]
    text = text_with(responders=responders)

    paris = open_editor(text, {"city": "Paris"})
    rome = open_editor(text, {"city": "Rome"})

    assert [":green-badge[answers this call]" in row for row in rows_of(paris)] == [True, False]
    assert [":green-badge[answers this call]" in row for row in rows_of(rome)] == [False, True]


def test_an_answer_and_its_condition_begin_with_the_call_at_hand():
    page = open_editor(text_with(), {"city": "Oslo"})

    page.button(key="here-add").click().run()
    page.button(key="here-0-when-add").click().run()

    (responder,) = responders_in(page)
    assert responder["result"]["city"] == "Oslo"
    assert responder["when"]["properties"] == {"city": {"const": "Oslo"}}
    assert page.session_state["said"] == "Answer 1: get_weather"


def test_a_tool_that_has_moved_meanwhile_is_left_alone():
    page = open_editor(text_with())
    others = json.dumps([{"name": "other"}, WEATHER])
    page.session_state["text"] = others

    page.button(key="here-add").click().run()

    assert page.session_state["text"] == others


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just({"type": 1})
KEYS = st.sampled_from([*{key for form in RESPONDER_FORMS.values() for key in form["properties"]}])
RESPONDERS = st.builds(
    lambda kind, rest: {**rest, "kind": kind},
    st.sampled_from([*RESPONDER_FORMS, "magic"]),
    st.dictionaries(KEYS, VALUES, max_size=3),
)


@given(st.lists(RESPONDERS | VALUES, max_size=4))
@PATIENT
def test_whatever_stands_in_the_text_is_drawn_and_opened(responders):
    page = open_editor(text_with(responders=responders))
    before = page.session_state["text"]

    for at in range(len(responders)):
        page.button(key=f"here-{at}-edit").click().run()
        assert page.exception == []

    assert page.session_state["text"] == before
