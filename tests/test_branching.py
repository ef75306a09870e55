"""A branch: a conversation of its own that begins like another one, with a call changed."""

from dataclasses import replace

import pytest

from switchboard.automation import Automation
from switchboard.conversations import (
    Branch,
    Conversation,
    Entry,
    Outcome,
    Preparation,
    branched,
    conversation_summary,
)
from switchboard.messages import Call, Message
from switchboard.responses import Response
from switchboard.runs import StepStatus, Timing
from switchboard.settings import Settings
from tests.store.records import NOON

STEP = Outcome("step", StepStatus.FINISHED, "m", Timing())
ASK = Entry(Message("user", "Weather in Paris and Rome?"), "ask")
CALLS = Entry(
    Message(
        "assistant",
        calls=(
            Call("a", "get_weather", '{"city": "Paris"}', {"thought_signature": "s"}),
            Call("b", "get_weather", '{"city": "Rome"}'),
        ),
    ),
    "calls",
    STEP,
)
RAIN = Entry(Message("tool", "rain", call_id="a"), "result-a", response=Response("fixed"))
SUN = Entry(Message("tool", "sun", call_id="b"), "result-b", response=Response("fixed"))
ANSWER = Entry(Message("assistant", "Rain there, sun here."), "answer", STEP)
THANKS = Entry(Message("user", "Thanks"), "thanks")
PARENT = Conversation(
    id="parent",
    system="Be brief.",
    entries=(ASK, CALLS, RAIN, SUN, ANSWER, THANKS),
    toolset="[]",
    base_url="http://localhost:1/v1",
    model="m",
    settings=Settings(temperature=0.5),
    automation=Automation("all"),
    drafts={"z": "typed"},
    preparations={"z": Preparation(failure="no")},
    pause="Ten rounds.",
    run_id="run",
    step_id="step",
    resent=("Sent again without `n`.",),
)


def test_a_changed_result_stands_in_its_place_and_nothing_follows_the_results():
    branch = branched(
        PARENT, "calls", call_id="a", arguments=None, result="snow", said="result of get_weather"
    )

    snow = Entry(Message("tool", "snow", call_id="a"), "result-a")
    assert branch.entries == (ASK, CALLS, snow, SUN)
    assert branch.branch == Branch("parent", "parent", "result-a", "result of get_weather")


def test_changed_arguments_keep_the_call_and_both_results():
    branch = branched(
        PARENT, "calls", call_id="b", arguments='{"city": "Oslo"}', result=None, said="arguments"
    )

    (ask, calls, *results) = branch.entries
    assert (ask, results) == (ASK, [RAIN, SUN])
    assert calls == Entry(
        Message(
            "assistant",
            calls=(
                Call("a", "get_weather", '{"city": "Paris"}', {"thought_signature": "s"}),
                Call("b", "get_weather", '{"city": "Oslo"}'),
            ),
        ),
        "calls",
    )
    assert branch.branch == Branch("parent", "parent", "calls", "arguments")


def test_where_both_are_changed_the_branch_begins_at_the_call():
    branch = branched(PARENT, "calls", call_id="a", arguments="{", result="", said="both")

    assert branch.entry("calls").message.calls[0].arguments == "{"
    assert branch.entry("result-a").message.text == ""
    assert branch.branch == Branch("parent", "parent", "calls", "both")


def test_a_branch_is_sent_with_the_same_and_has_nothing_under_way():
    branch = branched(PARENT, "calls", call_id="a", arguments=None, result="snow", said="")

    assert branch.id not in ("", "parent")
    assert replace(branch, entries=(), id="", branch=None) == Conversation(
        id="",
        system="Be brief.",
        toolset="[]",
        base_url="http://localhost:1/v1",
        model="m",
        settings=Settings(temperature=0.5),
        automation=Automation("all"),
    )


def test_the_parent_is_as_it_was():
    before = replace(PARENT)

    branched(PARENT, "calls", call_id="a", arguments="{}", result="snow", said="")

    assert before == PARENT


def test_a_branch_of_a_branch_knows_where_it_all_began():
    first = branched(PARENT, "calls", call_id="a", arguments=None, result="snow", said="1")
    second = branched(first, "calls", call_id="b", arguments=None, result="fog", said="2")

    assert second.branch == Branch("parent", first.id, "result-b", "2")


def test_a_call_without_a_result_is_pending_in_the_branch():
    half = replace(PARENT, entries=(ASK, CALLS, RAIN, ANSWER))

    branch = branched(half, "calls", call_id="a", arguments=None, result="snow", said="")

    assert [call.id for call in branch.pending_calls] == ["b"]


def test_a_call_that_had_no_result_can_be_given_one():
    half = replace(PARENT, entries=(ASK, CALLS, RAIN, ANSWER))

    branch = branched(half, "calls", call_id="b", arguments=None, result="fog", said="")

    assert [entry.message.text for entry in branch.entries[2:]] == ["rain", "fog"]
    assert branch.branch is not None
    assert branch.branch.at == branch.entries[3].id


def test_of_two_calls_with_one_id_the_one_that_has_the_result_is_changed():
    twice = Entry(Message("assistant", calls=(Call("a", "f", "1"), Call("a", "f", "2"))), "twice")
    conversation = Conversation(entries=(ASK, twice, RAIN))

    branch = branched(conversation, "twice", call_id="a", arguments="3", result=None, said="")

    assert [call.arguments for call in branch.entry("twice").message.calls] == ["3", "2"]


@pytest.mark.parametrize(
    ("entry_id", "call_id"), [("nobody", "a"), ("calls", "c"), ("answer", "a")]
)
def test_a_call_that_is_not_there_is_a_key_error(entry_id: str, call_id: str):
    with pytest.raises(KeyError):
        branched(PARENT, entry_id, call_id=call_id, arguments="{}", result=None, said="")


def a_conversation(*entries: Entry) -> Conversation:
    return Conversation(id="talk", entries=entries)


def ended(status: StepStatus) -> Entry:
    return Entry(Message("assistant", "It is"), outcome=Outcome("s", status, "m", Timing()))


@pytest.mark.parametrize(
    ("entries", "ending", "last_words"),
    [
        pytest.param((), "empty", "", id="nothing was said"),
        pytest.param((ASK,), "unanswered", "", id="a question"),
        pytest.param((ASK, CALLS, RAIN), "results", "", id="a result is missing"),
        pytest.param((ASK, CALLS, RAIN, SUN), "unanswered", "", id="results"),
        pytest.param((ASK, ANSWER), "answered", "Rain there, sun here.", id="an answer"),
        pytest.param((ASK, ended(StepStatus.STOPPED)), "stopped", "It is", id="stopped"),
        pytest.param((ASK, ended(StepStatus.FAILED)), "failed", "It is", id="failed"),
        pytest.param((ASK, ended(StepStatus.INTERRUPTED)), "interrupted", "It is", id="killed"),
        pytest.param(
            (ASK, Entry(Message("assistant", refusal="No."))), "answered", "No.", id="a refusal"
        ),
    ],
)
def test_a_conversation_is_told_by_how_it_ended(entries, ending, last_words):
    summary = conversation_summary(a_conversation(*entries), NOON)

    assert (summary.ending, summary.last_words) == (ending, last_words)


def test_a_line_names_what_left_what_and_by_which_change():
    branch = branched(PARENT, "calls", call_id="a", arguments=None, result="snow", said="result")

    summary = conversation_summary(branch, NOON)

    assert (summary.id, summary.parent, summary.at) == (branch.id, "parent", "result-a")
    assert (summary.said, summary.updated_at) == ("result", NOON)
    assert summary.title == "Weather in Paris and Rome?"


def test_many_words_are_cut_on_the_line():
    long = Entry(Message("user", "word " * 50))

    assert conversation_summary(a_conversation(long), NOON).title == "word " * 15 + "word…"
