"""A turn that goes on by itself beside everybody else: tabs, a failing store, a changed toolset."""

import threading
from dataclasses import replace

import pytest
from loops.turns import asking, fixed, question, results, roles, tool, wait_until
from scripted_replies import call_stream, text_stream

from switchboard.conversations import Conversation, Entry, Outcome
from switchboard.documents import from_document, to_document
from switchboard.errors import ConversationChanged
from switchboard.messages import Call, Message
from switchboard.runs import StepStatus, Timing

PARIS = ("get_weather", {"city": "Paris"})
ROME = ("get_weather", {"city": "Rome"})


def stored(store, conversation):
    return from_document(Conversation, store.conversation(conversation.id).document)


def test_nothing_is_sent_over_what_another_tab_has_saved_since(loops, scripted, store):
    conversation = question(tool())
    theirs = conversation.added(Entry(Message("assistant", "Said in the other tab.")))
    store.save_conversation(conversation.id, to_document(theirs), revision=0)

    with pytest.raises(ConversationChanged):
        loops.start(conversation, asking(scripted), revision=0)

    assert scripted.requests == []
    assert stored(store, conversation) == theirs
    assert loops.find(conversation.id) is None


def test_messages_that_another_tab_has_changed_meanwhile_are_not_written_over(
    loops, scripted, store
):
    gate = threading.Event()
    scripted.reply(text_stream("Mild."), hold=gate)
    loop = loops.start(question(tool()), asking(scripted), revision=0)
    scripted.wait_for_requests(1)
    wait_until(lambda: loop.kept.revision == 2)
    theirs = loop.conversation.added(Entry(Message("user", "Of another tab.")))
    store.save_conversation(theirs.id, to_document(theirs), revision=2)

    gate.set()
    assert loop.wait(20)

    assert stored(store, theirs) == theirs
    assert loop.error.message.startswith("Another tab changed the messages")
    assert loop.conversation.messages[-1].text == "Mild."


def test_a_conversation_has_one_loop_at_a_time(loops, scripted):
    scripted.reply(hang=True)
    conversation = question(tool())
    loop = loops.start(conversation, asking(scripted), revision=0)

    with pytest.raises(ConversationChanged):
        loops.start(conversation, asking(scripted), revision=0)

    assert len(scripted.requests) <= 1
    assert loops.find(conversation.id) is loop


def test_a_store_that_fails_does_not_keep_the_turn_from_its_end(loops, scripted, store):
    gate = threading.Event()
    scripted.reply(text_stream("Mild."), hold=gate)
    loop = loops.start(question(tool()), asking(scripted), revision=0)
    scripted.wait_for_requests(1)
    wait_until(lambda: loop.kept.revision == 2)

    store.close()
    _break(store)
    gate.set()

    assert loop.wait(20)
    assert loop.error is not None
    assert roles(loop.kept.conversation) == ["user"]


def test_a_toolset_that_was_broken_meanwhile_is_named_and_nothing_more_is_sent(loops, scripted):
    gate = threading.Event()
    scripted.reply(call_stream([PARIS]), hold=gate)
    loop = loops.start(question(tool(responders=[fixed("18")])), asking(scripted), revision=0)
    scripted.wait_for_requests(1)

    loop.surround(replace(loop.conversation, toolset='[{"type": '))
    gate.set()

    assert loop.wait(20)
    assert loop.conversation.pause.startswith("Mend the toolset")
    assert results(loop.conversation) == []
    assert len(scripted.requests) == 1


def test_two_calls_of_one_id_are_told_before_they_are_answered(run):
    calls = (Call("c", *PARIS_TEXT), Call("c", "get_weather", '{"city": "Rome"}'))
    twins = question(tool(responders=[fixed("18")])).added(Entry(Message("assistant", calls=calls)))

    after = run(twins)

    assert results(after) == []
    assert after.pause


PARIS_TEXT = ("get_weather", '{"city": "Paris"}')


def test_the_calls_of_an_answer_that_was_stopped_can_be_gone_on_with(run):
    stopped = Outcome("s", StepStatus.STOPPED, "m", Timing())
    message = Message("assistant", calls=(Call("c", *PARIS_TEXT),))
    conversation = question(tool(responders=[fixed("18")])).added(Entry(message, outcome=stopped))

    after = run(conversation)

    assert results(after) == ["18"]
    assert after.messages[-1].role == "assistant"


def test_the_rounds_of_a_turn_are_counted_over_every_word_of_a_person(run, scripted, store):
    for at in range(3):
        scripted.reply(call_stream([("get_weather", {"city": f"C{at}"})]))
    after = run(question(tool(responders=[fixed("18")]), approves=True, most_rounds=2))
    while after.pending_calls and not after.pause.startswith("2 rounds"):
        for call in after.pending_calls:
            approved = replace(after.preparation(call.id), decision="approved")
            after = after.prepared(call.id, approved)
        after = run(after, revision=store.conversation(after.id).revision)

    assert len(scripted.requests) == 2
    assert after.pause.startswith("2 rounds are over")


def test_once_let_go_on_the_rounds_begin_anew(run, scripted, store):
    for at in range(3):
        scripted.reply(call_stream([("get_weather", {"city": f"C{at}"})]))
    after = run(question(tool(responders=[fixed("18")]), most_rounds=2))
    let_go = replace(after, let_go_at=len(after.entries))

    after = run(let_go, revision=store.conversation(after.id).revision)

    assert len(scripted.requests) == 4
    assert after.pause == ""


def _break(store):
    """As when the disk is gone."""
    store._engine.dispose()
    place = store._engine.url.database
    with open(place, "wb") as file:
        file.write(b"no database any more" * 1_000)
