"""What the same call is answered with again, and what is read to know how one is answered."""

import pytest
from threads import calls, result, thread, user

from switchboard.conversations import Conversation, Entry
from switchboard.gateway import StopSignal
from switchboard.messages import Call, Message
from switchboard.responders import FaultKind
from switchboard.responding import Outside, Rules, at_once, past_calls, respond, situations
from switchboard.responses import Response
from switchboard.tools import Tool

CALLED = thread(user(), calls("now"))
ASKED_TWICE = thread(user(), calls("a"), result("a", "pending"), calls("b"), result("b", "done"))
OUTSIDE = Outside(gateway_at=lambda _: None)


def tool_called(name, margin):
    return Tool(name, None, None, None, raw={"name": name}, margin=margin)


def answers_of(conversation, *, known):
    """What stands in as results of the pending calls, by their order."""
    found = situations(conversation, [], known=past_calls(known))
    rules = Rules(makes_up=True)
    return [respond(one, OUTSIDE, rules=rules, stop=StopSignal()) for one in found]


def spoilt(text):
    return Entry(result("x", text), response=Response("hand", fault=FaultKind.NULL))


def test_only_the_plans_of_tools_that_are_called_are_read():
    f = tool_called("f", {"responders": [{"kind": "fixed", "result": "18"}]})
    unreadable = tool_called("g", None)

    (found,) = situations(CALLED, [unreadable, f])

    assert found.responder.action.result == "18"


@pytest.mark.parametrize(
    ("conversation", "texts"),
    [
        pytest.param(CALLED, ["pending"], id="the first one first"),
        pytest.param(thread(user(), calls("x", "y")), ["pending", "done"], id="two at once"),
        pytest.param(
            thread(user(), calls("x"), result("x", "pending"), calls("y")),
            ["done"],
            id="then the next",
        ),
        pytest.param(
            thread(user(), calls("x", "y"), result("x", "1"), result("y", "2"), calls("z")),
            ["done"],
            id="the last one again, once all are given",
        ),
        pytest.param(
            Conversation(entries=(*map(Entry, [user(), calls("x")]), spoilt("null"))).added(
                Entry(calls("y"))
            ),
            ["pending"],
            id="a spoilt one was not given",
        ),
        pytest.param(
            thread(user(), calls("x", arguments="{ }")), ["pending"], id="laid out otherwise"
        ),
    ],
)
def test_the_same_calls_get_the_known_results_in_their_order(conversation, texts):
    results = answers_of(conversation, known=ASKED_TWICE)

    assert [one.text for one in results] == texts
    assert {one.response.source for one in results} == {"repeated"}


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(thread(), id="nothing"),
        pytest.param(thread(user(), calls("a", name="g"), result("a", "18")), id="another tool"),
        pytest.param(
            thread(user(), calls("a", arguments='{"x": 1}'), result("a", "18")),
            id="other arguments",
        ),
        pytest.param(thread(user(), calls("a"), user()), id="never answered"),
        pytest.param(
            Conversation(entries=(*map(Entry, [user(), calls("x")]), spoilt("null"))), id="spoilt"
        ),
    ],
)
def test_what_is_not_known_is_made_up(known):
    (made_up,) = answers_of(CALLED, known=known)

    assert made_up.response.source == "plausible"


def test_a_responder_answers_before_what_is_known():
    tool = tool_called("f", {"responders": [{"kind": "fixed", "result": "18"}]})
    (found,) = situations(CALLED, [tool], known=past_calls(ASKED_TWICE))

    assert respond(found, OUTSIDE, rules=Rules(), stop=StopSignal()).text == "18"


def test_an_empty_result_is_a_result():
    conversation = thread(user(), calls("a"), result("a", ""), calls("b"))
    (found,) = situations(conversation, [])

    assert at_once(found).result.text == ""
    assert respond(found, OUTSIDE, rules=Rules(makes_up=True), stop=StopSignal()).text == ""


def test_pending_calls_are_no_past_calls():
    waiting = Conversation(
        entries=(
            *map(Entry, [user(), calls("a"), result("a", "18")]),
            Entry(Message("assistant", calls=(Call("a", "f", "{}"),))),
        )
    )

    assert [(one.call.id, one.text) for one in past_calls(waiting)] == [("a", "18")]
