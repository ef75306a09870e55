"""A sweep runs the same turn: what a person had a tool answer, it answers again."""

import json
from dataclasses import replace

from swept_turns import RESULT, is_good, results_in, toolset

from switchboard.desk import said
from switchboard.messages import Message
from switchboard.responders import FaultKind

BY_HAND = toolset({"kind": "hand"})


def with_result(conversation, text):
    """As if a person had written the result of its call."""
    (entry,) = [one for one in conversation.entries if one.message.role == "tool"]
    return conversation.replaced(entry.id, Message("tool", text, call_id=entry.message.call_id))


def answer(results):
    return "It is 18.5 °C." if is_good(results[-1]) else "Something went wrong."


def swept_by_hand(sweeps, order_of, scripted, *faults, model=answer):
    """The results that each request of the sweep held."""
    order = order_of(model, *faults, tools=BY_HAND)
    swept = with_result(order.conversation, json.dumps(RESULT))
    before = len(scripted.requests)
    sweep = sweeps.start(replace(order, conversation=swept))
    assert sweep.wait(20)
    return [results_in(one) for one in scripted.requests[before:] if results_in(one)]


def test_a_result_by_hand_is_what_the_same_call_gets_in_every_turn(sweeps, order_of, scripted):
    sent = swept_by_hand(sweeps, order_of, scripted, FaultKind.NULL)

    assert sorted(sent) == [["null"], [json.dumps(RESULT)]]


def test_a_second_try_after_a_fault_gets_it_too(sweeps, order_of, scripted):
    def persistent(results):
        return answer(results) if is_good(results[-1]) else None

    sent = swept_by_hand(sweeps, order_of, scripted, FaultKind.NULL, model=persistent)

    assert ["null", json.dumps(RESULT)] in sent


def test_what_was_answered_before_the_turn_keeps_its_place(sweeps, order_of, scripted):
    order = order_of(lambda results: None if len(results) < 2 else "Done.", tools=BY_HAND)
    _, call, result, last = with_result(order.conversation, "in the morning").entries
    turn = said(with_result(order.conversation, "in the morning"), "And now?").added(
        replace(call, id="call"),
        replace(result, id="result", message=replace(result.message, content="at noon")),
        replace(last, id="last"),
    )

    sweep = sweeps.start(replace(order, conversation=turn))

    assert sweep.wait(20)
    assert results_in(scripted.requests[-1]) == ["in the morning", "at noon"]
