"""A turn that goes on by itself can be stopped at every point, and stays a turn to go on with."""

import threading

import pytest
from loops.turns import asking, fixed, question, results, roles, tool, wait_until
from scripted_replies import call_stream, text_stream

from switchboard.desk import answered
from switchboard.responses import Result
from switchboard.settings import Profile
from switchboard.thread import check_thread

PARIS = ("get_weather", {"city": "Paris"})
ROME = ("get_weather", {"city": "Rome"})
SLOW = {"chances": {"slow": 1}}


def test_while_nothing_has_come(loops, scripted):
    scripted.reply(hang=True)
    loop = loops.start(question(tool()), asking(scripted), revision=0)
    scripted.wait_for_requests(1)

    loop.stop()

    assert loop.wait(5)
    assert roles(loop.conversation) == ["user"]
    assert loop.conversation.pause == "Stopped by you."


def test_while_an_answer_arrives_what_has_come_stays(loops, scripted):
    gate = threading.Event()
    scripted.reply(text_stream("Mild and dry."), hold=gate, hold_at=3)
    loop = loops.start(question(tool()), asking(scripted), revision=0)
    wait_until(lambda: loop.job and loop.job.step.answer.message.text)

    loop.stop()
    gate.set()

    assert loop.wait(5)
    assert "Mild and dry.".startswith(loop.conversation.messages[-1].text)
    assert not _blocking(loop.conversation)


def test_while_calls_are_being_answered_they_stay_pending(loops, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    slow = tool(responders=[fixed("18")], faults=SLOW)
    loop = loops.start(question(slow), asking(scripted), revision=0)
    wait_until(lambda: loop.round)

    loop.stop()

    assert loop.wait(2)
    after = loop.conversation
    assert [call.id for call in after.pending_calls] == [
        call.id for call in after.messages[1].calls
    ]
    assert after.pause == "Stopped by you."
    assert not _blocking(answered(after, [(call, Result("18")) for call in after.pending_calls]))


def test_it_goes_on_from_where_it_was_stopped(loops, scripted, store):
    scripted.reply(call_stream([PARIS]))
    slow = tool(responders=[fixed("18")], faults=SLOW)
    loop = loops.start(question(slow), asking(scripted), revision=0)
    wait_until(lambda: loop.round)
    loop.stop()
    assert loop.wait(5)

    again = loops.start(loop.conversation, asking(scripted), revision=loop.kept.revision)

    assert again.wait(20)
    assert results(again.conversation) == ["18"]
    assert again.conversation.messages[-1].text == "Hello from the scripted gateway."


@pytest.mark.parametrize("rounds", [1, 2])
def test_between_two_rounds_nothing_more_is_sent(loops, scripted, rounds):
    gate = threading.Event()
    for _ in range(rounds - 1):
        scripted.reply(call_stream([PARIS]))
    scripted.reply(call_stream([ROME]), hold=gate, hold_at=1)
    loop = loops.start(question(tool(responders=[fixed("1")])), asking(scripted), revision=0)
    scripted.wait_for_requests(rounds)

    loop.stop()
    gate.set()

    assert loop.wait(5)
    assert len(scripted.requests) == rounds
    assert not loop.is_running


def _blocking(conversation):
    problems = check_thread(conversation, Profile())
    return [problem.says for problem in problems if problem.blocks]
