"""The thread checker: arguments and names that gateways refuse, and tools that are not there."""

import json

import pytest
from threads import STANDARD, TOOL, calls, found, outline, result, thread, user

from switchboard.messages import Call, Message
from switchboard.thread import check_thread, repaired


@pytest.mark.parametrize(
    ("arguments", "mended"),
    [
        pytest.param('{"a": ', '{"INVALID_JSON": "{\\"a\\": "}', id="cut"),
        pytest.param("[1]", '{"INVALID_JSON": "[1]"}', id="a list"),
        pytest.param("", "{}", id="nothing"),
        pytest.param('{"a": NaN}', '{"INVALID_JSON": "{\\"a\\": NaN}"}', id="a word of Python's"),
    ],
)
def test_broken_arguments_are_a_warning_and_can_be_quoted(arguments, mended):
    conversation = thread(user(), calls("a", arguments=arguments), result("a"))

    (problem,) = check_thread(conversation, STANDARD)

    assert (problem.kind, problem.blocks) == ("broken arguments", False)
    assert repaired(conversation, problem).messages[1].calls[0].arguments == mended


def test_a_number_of_any_length_is_no_broken_argument():
    long = f'{{"a": {"9" * 5000}}}'

    assert check_thread(thread(user(), calls("a", arguments=long), result("a")), STANDARD) == ()


def test_a_custom_tool_may_be_called_with_any_text():
    free = Call("a", "f", "SELECT 1", extra={"type": "custom"})
    conversation = thread(user(), Message("assistant", calls=(free,)), result("a"))

    assert check_thread(conversation, STANDARD) == ()


@pytest.mark.parametrize(
    ("name", "mended"),
    [("get.weather now", "get_weather_now"), ("a" * 65, "a" * 64)],
)
def test_a_calls_name_that_breaks_the_rule_is_mended(name, mended):
    conversation = thread(user(), calls("a", name=name), result("a"))

    (problem,) = check_thread(conversation, STANDARD)

    assert (problem.kind, problem.blocks) == ("call name", False)
    assert repaired(conversation, problem).messages[1].calls[0].name == mended


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "A call without a name: a name is made of letters, digits, _ and -, at most 64."),
        ("天气", "A call of `天气`: a name is made of letters, digits, _ and -, at most 64."),
    ],
)
def test_a_call_of_nothing_that_can_be_a_name_is_taken_for_the_only_tools(name, told):
    conversation = thread(user(), calls("a", name=name), result("a"))

    (problem,) = check_thread(conversation, STANDARD, tools=[TOOL])

    assert problem.says == f"{told} Some gateways refuse it."
    assert problem.repair.label == "Make it a call of `f`"
    assert repaired(conversation, problem).messages[1].calls[0].name == "f"


@pytest.mark.parametrize("tools", [(), (TOOL, {"type": "function", "function": {"name": "g"}})])
def test_a_call_without_a_name_that_may_be_any_tools_can_be_removed(tools):
    named, nameless = Call("a", "f", "{}"), Call("b", "", "{}")
    answer = Message("assistant", calls=(named, nameless))
    conversation = thread(user(), answer, result("a"), result("b"))

    (problem,) = check_thread(conversation, STANDARD, tools=tools)

    assert problem.repair.label == "Remove the call"
    assert outline(repaired(conversation, problem)) == ["user", "assistant a", "tool a"]


def test_an_answer_that_was_nothing_but_a_call_without_a_name_goes_with_it():
    conversation = thread(user(), calls("a", name=""), result("a"))

    (problem,) = check_thread(conversation, STANDARD)

    assert outline(repaired(conversation, problem)) == ["user"]


def test_no_tool_is_defined_for_a_call_without_a_name():
    conversation = thread(user(), calls("a", name=""), result("a"), toolset="")

    assert [kind for kind, *_ in found(conversation)] == ["call name"]


@pytest.mark.parametrize(("name", "mended"), [("Ada Lovelace", "Ada_Lovelace"), ("李", None)])
def test_a_messages_name_that_breaks_the_rule_is_mended_or_goes(name, mended):
    conversation = thread(Message("user", "Hi", name=name))

    (problem,) = check_thread(conversation, STANDARD)

    assert problem.kind == "message name"
    assert repaired(conversation, problem).messages[0].name == mended


def test_calls_with_an_empty_toolset_are_told_and_the_tools_defined():
    conversation = thread(user(), calls("a", "b"), result("a"), result("b"), toolset=" [] ")

    (problem,) = check_thread(conversation, STANDARD)

    assert (problem.kind, problem.entry_id) == ("undefined", "e1")
    assert json.loads(repaired(conversation, problem).toolset) == [TOOL]
    assert check_thread(conversation, STANDARD, tools=[TOOL]) == ()
