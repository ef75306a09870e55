"""The thread checker: what gateways refuse in a conversation is named, and one click mends it."""

import pytest
from threads import ALTERNATING, STANDARD, calls, found, outline, result, says, thread, user

from switchboard.conversations import Conversation
from switchboard.messages import Message
from switchboard.thread import all_repaired, check_thread

CLEAN = thread(
    Message("system", "Be brief."),
    user(),
    calls("a", "b"),
    result("b"),
    result("a"),
    says(),
    user(),
    says(),
)


def test_a_thread_in_order_has_no_problems():
    assert check_thread(CLEAN, STANDARD) == ()
    assert check_thread(CLEAN, ALTERNATING) == ()
    assert check_thread(Conversation(), ALTERNATING, is_sent=True) == ()


def test_calls_that_a_person_is_about_to_answer_are_no_problem():
    conversation = thread(user(), calls("a", "b"), result("a"))

    assert found(conversation) == []


def test_a_sent_thread_may_not_leave_a_call_without_a_result():
    conversation = thread(user(), calls("a", "b"), result("a"))

    assert found(conversation, is_sent=True) == [("unanswered call", "e1", 1)]


def test_a_pending_call_does_not_excuse_an_equal_one_of_before():
    conversation = thread(user(), calls("a"), user(), calls("a"))

    assert ("unanswered call", "e1", 0) in found(conversation)


CASES = [
    pytest.param(
        thread(user(), calls("a", "b"), result("a"), user()),
        [("unanswered call", "e1", 1)],
        ["user", "assistant a b", "tool a", "tool b", "user"],
        id="a call that was talked past",
    ),
    pytest.param(
        thread(user(), result("x"), user()),
        [("unknown id", "e1", 0)],
        ["user", "user"],
        id="a result of no call",
    ),
    pytest.param(
        thread(user(), calls("a"), result("x"), user()),
        [("unknown id", "e2", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="a result with a mistyped id",
    ),
    pytest.param(
        thread(user(), calls("a"), result(None), user()),
        [("result without id", "e2", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="a result without an id",
    ),
    pytest.param(
        thread(result("")),
        [("result without id", "e0", 0)],
        [],
        id="a result with an empty id, and no call",
    ),
    pytest.param(
        thread(user(), calls("a"), result("a"), result("a"), user()),
        [("second result", "e3", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="two results for one call",
    ),
    pytest.param(
        thread(user(), result("a"), calls("a"), user()),
        [("result apart", "e1", 0)],
        ["user", "assistant a", "tool a", "user"],
        id="a result before its call",
    ),
    pytest.param(
        thread(user(), calls("a", "b"), result("b"), user(), result("a")),
        [("result apart", "e4", 0)],
        ["user", "assistant a b", "tool b", "tool a", "user"],
        id="a result after the next message",
    ),
    pytest.param(
        thread(user(), calls("a", "a"), result("a"), result("a"), user()),
        [("same id twice", "e1", 1)],
        ["user", "assistant a a-2", "tool a", "tool a-2", "user"],
        id="two calls of one answer with one id",
    ),
    pytest.param(
        thread(user(), calls(""), result(""), user()),
        [("call without id", "e1", 0), ("result without id", "e2", 0)],
        ["user", "assistant call-2", "tool call-2", "user"],
        id="a call without an id",
    ),
    pytest.param(
        thread(user(), calls("a"), result("a"), user(), calls("a"), result("a"), user()),
        [("id of before", "e4", 0)],
        ["user", "assistant a", "tool a", "user", "assistant a-2", "tool a-2", "user"],
        id="an id of an earlier answer",
    ),
    pytest.param(
        thread(user(), says(""), user()),
        [("empty answer", "e1", 0)],
        ["user", "user"],
        id="an answer with nothing in it",
    ),
]


@pytest.mark.parametrize(("conversation", "problems", "mended"), CASES)
def test_each_disorder_is_named_and_mended(conversation, problems, mended):
    assert found(conversation) == problems
    assert outline(all_repaired(conversation, STANDARD)) == mended
    assert found(all_repaired(conversation, STANDARD)) == []


def test_what_blocks_is_told_first():
    conversation = thread(Message("user", "Hi", name="a b"), result("x"))

    assert [problem.blocks for problem in check_thread(conversation, STANDARD)] == [True, False]


def test_no_two_problems_have_one_key():
    conversation = thread(calls("a", "a", ""), calls("a", arguments="x"), result("q"), user())
    keys = [problem.key for problem in check_thread(conversation, ALTERNATING)]

    assert len(keys) == len(set(keys)) > 4


def test_a_result_that_is_moved_keeps_its_words():
    conversation = thread(result("a", "rain"), calls("a"))

    assert all_repaired(conversation, STANDARD).messages[1].text == "rain"
