"""Always answer so: a result kept, from the call's card, as the tool's answer."""

import json

import pytest
from loops.turns import fixed, tool
from playground import conversation_of, say, type_toolset, words
from scripted_replies import call_stream

pytestmark = pytest.mark.app

PARIS = ("get_weather", {"city": "Paris"})


@pytest.fixture
def called(open_page, scripted):
    """The page with these tools, whose model has made this call."""

    def call_it(*tools, call=PARIS):
        scripted.reply(call_stream([call]))
        return say(type_toolset(open_page(), json.dumps(tools)), "Weather?")

    return call_it


def always(page):
    (call,) = conversation_of(page).pending_calls
    return page.button(key=f"talk-always-{call.id}")


def written(page, text):
    (call,) = conversation_of(page).pending_calls
    return page.text_area(key=f"talk-result-{call.id}").set_value(text).run()


def responders_of(page):
    return json.loads(conversation_of(page).toolset)[0]["x-switchboard"]["responders"]


def test_no_arguments_are_a_condition_too(called):
    page = called(tool(responders=[fixed("18")]), call=("get_weather", {}))

    written(page, "which city?")
    always(page).click().run()

    assert responders_of(page) == [
        {"kind": "fixed", "when": {"properties": {"city": False}}, "result": "which city?"},
        fixed("18"),
    ]


def test_a_fault_that_was_put_in_is_not_kept(called):
    page = called(tool(responders=[fixed("18")]))
    (call,) = conversation_of(page).pending_calls
    page.selectbox(key=f"talk-fault-{call.id}").set_value("null").run()
    assert page.text_area(key=f"talk-result-{call.id}").value == "null"

    always(page).click().run()

    assert [one["result"] for one in responders_of(page)] == [18, "18"]


def test_of_a_result_that_the_plan_has_spoilt_the_good_one_is_kept(called):
    page = called(tool(responders=[fixed("18")], faults={"chances": {"null": 1}}))

    always(page).click().run()

    assert [one["result"] for one in responders_of(page)] == [18, "18"]


def test_what_was_written_over_a_spoilt_result_is_kept_as_it_was_written(called):
    page = called(tool(responders=[fixed("18")], faults={"chances": {"null": 1}}))
    written(page, "19")

    always(page).click().run()

    assert [one["result"] for one in responders_of(page)] == [19, "18"]


def test_what_was_written_before_a_fault_was_put_in_is_kept_without_it(called):
    page = called(tool())
    written(page, '{"t": 22}')
    (call,) = conversation_of(page).pending_calls
    page.selectbox(key=f"talk-fault-{call.id}").set_value("empty").run()

    always(page).click().run()

    assert [one["result"] for one in responders_of(page)] == [{"t": 22}]


def test_the_same_arguments_have_one_kept_answer_and_the_editor_says_that_it_is_kept(called):
    page = called(tool())
    for result in ("21", "22"):
        written(page, result)
        always(page).click().run()

    assert [one["result"] for one in responders_of(page)] == [22]
    assert "Fixed answer" in words(page)


def test_a_result_is_what_it_was_once_its_fault_is_taken_out(called):
    page = called(tool())
    (call,) = conversation_of(page).pending_calls
    key = f"talk-result-{call.id}"
    before = page.text_area(key=key).value
    page.selectbox(key=f"talk-fault-{call.id}").set_value("exception").run()
    page.text_area(key=key).set_value("changed by hand").run()

    page.selectbox(key=f"talk-fault-{call.id}").set_value("").run()

    assert page.text_area(key=key).value == before
    assert "A plausible example" in words(page)
