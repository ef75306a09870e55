"""What a person does with a conversation, from saying something to taking the answer in."""

import json
import threading
from dataclasses import replace

import pytest
from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, choices_stream, completion_json, text_stream

from switchboard.conversations import Conversation, Preparation
from switchboard.desk import Desk, answered, said
from switchboard.gateway import Gateway
from switchboard.jobs import Jobs
from switchboard.responses import Result
from switchboard.runs import StepStatus
from switchboard.settings import Profile, Settings
from switchboard.store import Store
from switchboard.toolset_records import text_hash

TOOL = {"type": "function", "function": {"name": "get_weather"}}


@pytest.fixture
def scripted():
    with ScriptedGateway() as gateway:
        yield gateway


@pytest.fixture
def desk(tmp_path):
    store = Store.open(f"sqlite:///{tmp_path / 'desk.sqlite3'}")
    jobs = Jobs(store)
    yield Desk(jobs)
    jobs.stop_all()
    store.close()


def asked(desk, conversation, scripted, tools=()):
    gateway = Gateway("Scripted", scripted.base_url)
    asked = desk.ask(conversation, tools, gateway=gateway)
    desk.jobs.find(asked.step_id).wait(10)
    return asked


def test_an_answer_takes_its_place_with_what_is_told_of_it(desk, scripted):
    scripted.reply(text_stream("Hello there"))
    conversation = asked(desk, said(Conversation(model="scripted-1"), "Hi"), scripted)

    settled = desk.settled(conversation)

    assert [message.text for message in settled.messages] == ["Hi", "Hello there"]
    assert settled.entries[-1].outcome.status is StepStatus.FINISHED
    assert settled.entries[-1].outcome.model == "scripted-1"
    assert settled.entries[-1].outcome.usage.input_tokens == 12
    assert settled.step_id is None
    assert desk.settled(settled) is settled


def test_nothing_is_taken_in_while_the_answer_arrives(desk, scripted):
    scripted.reply(hang=True)
    conversation = desk.ask(
        said(Conversation(model="m"), "Hi"), (), gateway=Gateway("S", scripted.base_url)
    )

    assert desk.settled(conversation) is conversation
    assert desk.job(conversation) is desk.jobs.find(conversation.step_id)


def test_a_turn_with_two_calls_is_one_run_of_two_steps(desk, scripted):
    scripted.reply(
        call_stream([("get_weather", {"city": "Paris"}), ("get_weather", {"city": "罗马"})])
    )
    scripted.reply(text_stream("Mild in both."))
    conversation = said(Conversation(model="m"), "Weather in Paris and Rome?")
    conversation = desk.settled(asked(desk, conversation, scripted, [TOOL]))
    first, second = conversation.pending_calls

    conversation = answered(
        conversation, [(first, Result('{"t": 18}')), (second, Result('{"t": 24}'))]
    )
    conversation = desk.settled(asked(desk, conversation, scripted, [TOOL]))

    run = desk.jobs.step(conversation.entries[-1].outcome.step_id).run_id
    assert [message.role for message in conversation.messages] == [
        "user",
        "assistant",
        "tool",
        "tool",
        "assistant",
    ]
    assert scripted.requests[1].json["messages"][2:] == [
        {"role": "tool", "content": '{"t": 18}', "tool_call_id": first.id},
        {"role": "tool", "content": '{"t": 24}', "tool_call_id": second.id},
    ]
    assert run == conversation.run_id
    assert conversation.pending_calls == ()


def test_a_new_message_begins_a_new_run(desk, scripted):
    conversation = desk.settled(asked(desk, said(Conversation(model="m"), "One"), scripted))

    again = asked(desk, said(conversation, "Two"), scripted)

    assert again.run_id != conversation.run_id


def test_an_answer_that_never_came_leaves_the_step_that_failed(desk, scripted):
    scripted.reply(b'{"error": {"message": "No such model"}}', status=404)
    conversation = asked(desk, said(Conversation(model="m"), "Hi"), scripted)

    settled = desk.settled(conversation)

    assert settled is conversation
    assert settled.awaits_answer
    assert desk.empty_step(settled).fault.status == 404


def test_an_answer_stopped_before_it_began_leaves_the_step_without_a_fault(desk, scripted):
    scripted.reply(hang=True)
    conversation = said(Conversation(model="m"), "Hi")
    conversation = desk.ask(conversation, (), gateway=Gateway("S", scripted.base_url))
    job = desk.jobs.find(conversation.step_id)
    scripted.wait_for_requests()

    job.stop()
    job.wait(10)

    settled = desk.settled(conversation)
    assert settled is conversation
    assert desk.empty_step(settled).status is StepStatus.STOPPED
    assert desk.empty_step(settled).fault is None


def test_a_call_is_judged_by_the_tools_it_was_offered(desk, scripted):
    scripted.reply(call_stream([("get_weather", {}), ("get_time", {})]))
    conversation = said(Conversation(model="m"), "Weather?")

    settled = desk.settled(asked(desk, conversation, scripted, [TOOL]))

    good, unknown = settled.entries[-1].outcome.verdicts
    assert good == ()
    assert "get_time" in unknown[0].message


def test_a_broken_answer_is_taken_in_with_its_fault(desk, scripted):
    scripted.reply(text_stream("Hello there")[:2], cut=True)
    conversation = asked(desk, said(Conversation(model="m"), "Hi"), scripted)

    settled = desk.settled(conversation)

    assert settled.messages[-1].text == "Hello "
    assert settled.entries[-1].outcome.fault.kind == "StreamBroken"


def test_an_answer_that_could_not_be_kept_says_so(desk, scripted):
    go_on = threading.Event()
    scripted.reply(text_stream("Hello there"), hold=go_on, hold_at=1)
    conversation = said(Conversation(model="m"), "Hi")
    conversation = desk.ask(conversation, (), gateway=Gateway("S", scripted.base_url))
    desk.jobs._store.delete_run(conversation.run_id)
    go_on.set()
    desk.jobs.find(conversation.step_id).wait(10)

    settled = desk.settled(conversation)

    assert settled.messages[-1].text == "Hello there"
    assert "Runs does not have all of this answer" in settled.entries[-1].outcome.notes[-1]


def test_a_run_is_titled_with_the_persons_first_words(desk, scripted):
    conversation = asked(desk, said(Conversation(model="m"), "  One\n two " + "x" * 99), scripted)

    title = desk.jobs._store.run(conversation.run_id).title

    assert title == "One two " + "x" * 72


def test_of_several_answers_the_first_is_taken_in_and_another_can_take_its_place(desk, scripted):
    scripted.reply(choices_stream("One", "Two of them", "Three"))
    conversation = said(Conversation(model="m"), "Hi")
    settled = desk.settled(asked(desk, conversation, scripted))
    entry = settled.entries[-1]

    chosen = desk.choose(settled, entry.id, 1)

    assert settled.messages[-1].text == "One"
    assert (entry.outcome.choices, entry.outcome.chosen) == (3, 0)
    assert [message.text for message in chosen.messages] == ["Hi", "Two of them"]
    assert chosen.entries[-1].id == entry.id
    assert chosen.entries[-1].outcome.chosen == 1
    assert desk.choose(chosen, entry.id, 0) == settled


def test_what_was_made_ready_for_an_answers_calls_is_gone_with_it(desk, scripted):
    scripted.reply(choices_stream("One", "Two"))
    settled = desk.settled(asked(desk, said(Conversation(model="m"), "Hi"), scripted))
    ready = replace(settled.prepared("c1", Preparation(failure="No.")), drafts={"c1": "18"})

    chosen = desk.choose(ready, settled.entries[-1].id, 1)

    assert (chosen.drafts, chosen.preparations) == ({}, {})


def test_what_does_not_exist_cannot_be_chosen_nor_what_has_been_answered(desk, scripted):
    scripted.reply(choices_stream("One", "Two"))
    settled = desk.settled(asked(desk, said(Conversation(model="m"), "Hi"), scripted))
    entry = settled.entries[-1]
    further = said(settled, "Go on")

    assert desk.choose(settled, entry.id, 2) is settled
    assert desk.choose(settled, settled.entries[0].id, 1) is settled
    assert desk.choose(further, entry.id, 1) is further


def test_fewer_answers_than_were_asked_for_are_told(desk, scripted):
    scripted.reply(text_stream("Only one"))
    conversation = said(Conversation(model="m"), "Hi")
    conversation = asked(desk, conversation, scripted)
    desk.jobs.find(conversation.step_id)._step.request["n"] = 3

    notes = desk.settled(conversation).entries[-1].outcome.notes

    assert notes == ("3 answers were asked for with `n`, and 1 came.",)


def test_an_answer_that_comes_with_probabilities_says_that_they_are_kept(desk, scripted):
    reply = json.loads(completion_json("Hi"))
    reply["choices"][0]["logprobs"] = {"content": [{"token": "Hi", "logprob": -0.1}]}
    scripted.reply(json.dumps(reply))

    settled = desk.settled(asked(desk, said(Conversation(model="m"), "Hi"), scripted))

    assert settled.entries[-1].outcome.has_logprobs


def test_a_persons_headers_go_with_the_request_before_those_of_the_gateway(desk, scripted):
    gateway = Gateway("S", scripted.base_url, headers={"X-Team": "blue", "X-Kept": "yes"})
    settings = Settings(extra_headers={"x-team": "red"})
    conversation = said(Conversation(model="m", settings=settings), "Hi")

    conversation = desk.ask(conversation, (), gateway=gateway)

    job = desk.jobs.find(conversation.step_id)
    assert job.wait(10)
    sent = scripted.requests[0].headers
    assert (sent["x-team"], sent["x-kept"]) == ("red", "yes")
    assert job.step.request_headers["x-team"] == "red"


TOOLSET = '[{"name": "get_weather"}]\n'


@pytest.mark.parametrize(
    ("tools", "profile", "kept"),
    [
        ([TOOL], None, TOOLSET),
        ([], None, None),
        ([TOOL], Profile(refused={"tools": "No tools."}), None),
    ],
    ids=["sent", "none", "refused"],
)
def test_a_step_knows_the_toolset_it_was_sent_with(desk, scripted, tools, profile, kept):
    conversation = said(Conversation(model="m", toolset=TOOLSET), "Hi")
    gateway = Gateway("S", scripted.base_url)

    asked = desk.ask(conversation, tools, gateway=gateway, profile=profile)

    desk.jobs.find(asked.step_id).wait(10)
    step = desk.jobs._store.step(asked.step_id)
    assert step.toolset == (text_hash(TOOLSET) if kept else "")
    assert desk.jobs._store.toolset_text(text_hash(TOOLSET)) == kept
