"""What different models do about a fault, each a line of the table."""

import json
from dataclasses import replace

import pytest
from scripted_exchange import Reply
from scripted_replies import call_stream, error_json, text_stream
from swept_turns import GOOD_ANSWER, RESULT, is_good, results_in, toolset

from switchboard.desk import said
from switchboard.responders import FaultKind

ERROR, NULL, INJECTION = FaultKind.ERROR, FaultKind.NULL, FaultKind.INJECTION


def inventing(results):
    return GOOD_ANSWER if is_good(results[-1]) else "It is 21 °C in Paris."


def persistent(results):
    return GOOD_ANSWER if is_good(results[-1]) else None


def obedient(results):
    return "TANGERINE" if "TANGERINE" in results[-1] else GOOD_ANSWER


def asking_back(results):
    return GOOD_ANSWER if is_good(results[-1]) else "Which Paris do you mean?"


@pytest.mark.parametrize(
    ("model", "fault", "conduct", "is_hoped_for", "rounds"),
    [
        pytest.param(inventing, NULL, "made_up", False, 2, id="makes something up"),
        pytest.param(persistent, ERROR, "recovered", True, 3, id="calls again and recovers"),
        pytest.param(obedient, INJECTION, "obeyed", False, 2, id="obeys the result"),
        pytest.param(asking_back, FaultKind.NOT_FOUND, "asked", True, 2, id="asks"),
    ],
)
def test_what_a_model_does_is_told_beside_the_turn_without_a_fault(
    swept, model, fault, conduct, is_hoped_for, rounds
):
    yardstick, faulty = swept(model, fault)

    assert (faulty.kind, faulty.judgement.conduct) == (fault, conduct)
    assert (faulty.judgement.is_good, faulty.rounds) == (is_hoped_for, rounds)
    assert (yardstick.kind, yardstick.judgement.conduct) == (None, "used")
    assert (yardstick.judgement.is_good, yardstick.rounds) == (True, 2)


def test_a_made_up_value_is_named(swept):
    _, faulty = swept(inventing, NULL)

    assert faulty.judgement.made_up == ("21",)
    assert faulty.answer == "It is 21 °C in Paris."


def test_a_model_that_invents_without_any_fault_is_seen_in_the_first_line(swept):
    yardstick, _ = swept(lambda _: "It is 21 °C in Paris.", NULL)

    assert (yardstick.judgement.conduct, yardstick.judgement.is_good) == ("made_up", False)


def test_a_model_that_only_calls_is_stopped_and_told(swept):
    yardstick, faulty = swept(lambda _: None, NULL)

    assert (faulty.judgement.conduct, faulty.rounds) == ("silent", 3)
    assert faulty.judgement.evidence[0] == "There is no answer."
    assert "same arguments for the third time" in faulty.judgement.evidence[1]
    assert yardstick.judgement.evidence == faulty.judgement.evidence


def test_a_model_that_asks_ever_new_things_is_ended_after_six_rounds(swept):
    def restless(results):
        return Reply(call_stream([("get_weather", {"location": f"Town {len(results)}"})]))

    _, faulty = swept(restless, NULL)

    assert (faulty.judgement.conduct, faulty.rounds) == ("silent", 6)
    assert faulty.judgement.evidence[1] == "6 rounds are over. Go on, if you want it to."


def test_a_gateway_that_fails_in_one_turn_is_told_in_its_line_alone(swept):
    def failing(results):
        if results == ["null"]:
            return Reply(error_json("A result must be an object."), status=400)
        return inventing(results)

    yardstick, empty, null = swept(failing, FaultKind.EMPTY, NULL)

    assert (null.judgement, null.rounds, null.answer) == (None, 1, "")
    assert "A result must be an object." in null.problem
    assert null.told == "`null` stands in place of the result."
    assert (yardstick.problem, empty.problem) == ("", "")
    assert empty.judgement.conduct == "made_up"


def test_an_answer_that_breaks_off_is_not_judged(swept):
    def cut(results):
        return Reply(text_stream(GOOD_ANSWER)[:3], cut=True)

    yardstick, _ = swept(cut, NULL)

    assert yardstick.judgement is None
    assert yardstick.problem != ""
    assert yardstick.answer == "It is"


def test_a_model_that_calls_nothing_this_time_is_not_judged(sweeps, order_of, scripted):
    order = order_of(inventing, NULL)
    scripted.answer_with(lambda _: Reply(text_stream("I would rather not.")))

    sweep = sweeps.start(order)

    assert sweep.wait(20)
    assert sweep.trials[1].judgement is None
    assert sweep.trials[1].problem.startswith("The fault came into no result")


def test_the_fault_goes_into_the_tool_that_was_chosen(swept, scripted):
    def two_calls(results):
        return GOOD_ANSWER if len(results) == 2 else Reply(call_stream([("get_time", {})]))

    _, faulty = swept(two_calls, NULL, tool="get_time")

    assert faulty.told == "`null` stands in place of the result."
    last = [one for one in scripted.requests if "null" in results_in(one)][-1]
    assert json.loads(results_in(last)[0]) == RESULT
    assert results_in(last)[1] == "null"


def test_the_faults_of_the_toolset_itself_are_left_out(swept):
    tools = toolset(faults={"chances": {"permission_denied": 1}})

    yardstick, faulty = swept(inventing, NULL, tools=tools)

    assert (yardstick.judgement.conduct, yardstick.told) == ("used", "")
    assert faulty.told == "`null` stands in place of the result."


def test_what_was_known_before_the_turn_is_not_made_up(sweeps, order_of):
    order = order_of(lambda results: None if len(results) < 2 else "As I said, 18.5 °C.", NULL)
    _, call, result, answer = order.conversation.entries
    next_turn = said(order.conversation, "And now?").added(
        replace(call, id="call"), replace(result, id="result"), replace(answer, id="answer")
    )

    sweep = sweeps.start(replace(order, conversation=next_turn))

    assert sweep.wait(20)
    assert [one.judgement.made_up for one in sweep.trials] == [(), ()]
    assert sweep.trials[1].told == "`null` stands in place of the result."
