"""A turn that goes on by itself: until the answer is final, or a person is needed."""

import json
import threading
from contextlib import suppress
from dataclasses import replace

import pytest
from loops.turns import asking, fixed, question, results, roles, tool, wait_until
from scripted_replies import call_stream, error_json, text_stream

from switchboard.conversations import Conversation
from switchboard.documents import from_document
from switchboard.errors import ConversationChanged
from switchboard.loops import FaultOrder
from switchboard.responders import FaultKind

PARIS = ("get_weather", {"city": "Paris"})
ROME = ("get_weather", {"city": "Rome"})


def test_a_turn_of_fixed_answers_goes_on_until_the_answer_is_final(run, scripted):
    scripted.reply(call_stream([PARIS, ROME]))
    scripted.reply(call_stream([PARIS]))
    scripted.reply(text_stream("Mild."))
    weather = tool(
        responders=[
            fixed({"sky": "rain"}, when={"properties": {"city": {"const": "Paris"}}}),
            fixed("unknown city"),
        ]
    )

    after = run(question(weather, mode="responders"))

    assert roles(after) == ["user", "assistant", "tool", "tool", "assistant", "tool", "assistant"]
    assert results(after) == ['{\n  "sky": "rain"\n}', "unknown city", '{\n  "sky": "rain"\n}']
    assert after.messages[-1].text == "Mild."
    assert after.pause == ""


def test_how_each_result_came_is_told_at_its_entry(run, scripted):
    scripted.reply(call_stream([PARIS]))
    schema = {"type": "object", "required": ["sky"]}

    after = run(question(tool(responders=[fixed({"t": 1})], output_schema=schema)))

    response = after.entries[2].response
    assert (response.source, response.fault) == ("fixed", None)
    assert len(response.responder) == 12
    assert [problem.keyword for problem in response.problems] == ["required"]


def test_a_tool_without_an_answer_gets_a_plausible_one_when_all_goes_by_itself(run, scripted):
    scripted.reply(call_stream([PARIS]))

    after = run(question(tool()))

    assert json.loads(results(after)[0])["city"] == "Paris"
    assert after.entries[2].response.source == "plausible"


def test_a_tool_without_an_answer_waits_for_a_person_while_the_others_are_ready(run, scripted):
    scripted.reply(call_stream([PARIS, ("get_time", {"city": "Rome"})]))

    after = run(question(tool(responders=[fixed("18")]), tool("get_time"), mode="responders"))

    weather, time = after.pending_calls
    assert after.preparation(weather.id).result.text == "18"
    assert after.preparation(time.id).result is None
    assert after.pause == "A call waits for your result."


def test_a_call_of_an_unknown_tool_and_one_that_is_no_json_are_answered_too(run, scripted):
    scripted.reply(call_stream([("get_wether", '{"city": "Par'), ("", "{}")]))

    after = run(question(tool(responders=[fixed("18")])))

    assert [entry.response.source for entry in after.entries[2:4]] == ["plausible", "plausible"]
    assert after.messages[-1].role == "assistant"


@pytest.mark.parametrize("most", [1, 3])
def test_the_cap_counts_rounds_not_calls(run, scripted, most):
    for number in range(5):
        scripted.reply(
            call_stream([("get_weather", {"city": f"City {number} {at}"}) for at in "ab"])
        )

    after = run(question(tool(), most_rounds=most))

    assert len(scripted.requests) == most
    assert roles(after).count("tool") == 2 * most
    told = {1: "1 round is over.", 3: "3 rounds are over."}
    assert after.pause == f"{told[most]} Go on, if you want it to."


def test_the_same_call_for_the_third_time_stops_with_the_reason(run, scripted):
    for arguments in ('{"city":"Paris"}', '{ "city": "Paris" }', '{"city": "Paris"}'):
        scripted.reply(call_stream([("get_weather", arguments)]))

    after = run(question(tool(responders=[fixed("18")])))

    assert len(scripted.requests) == 3
    assert results(after) == ["18", "18"]
    assert after.pause == (
        "The model calls 'get_weather' with the same arguments for the third time: something keeps "
        "it from going on."
    )


def test_each_call_waits_for_a_word_and_a_denied_one_is_told_so(run, scripted, store):
    scripted.reply(call_stream([PARIS, ROME]))
    waiting = run(question(tool(responders=[fixed("18")]), approves=True))
    paris, rome = waiting.pending_calls
    assert waiting.pause == "Look at each call: approve it, or deny it."
    assert len(scripted.requests) == 1

    decided = waiting
    for call, decision in ((paris, "approved"), (rome, "denied")):
        prepared = replace(decided.preparation(call.id), decision=decision)
        decided = decided.prepared(call.id, prepared)
    after = run(decided, revision=store.conversation(waiting.id).revision)

    assert results(after) == [
        "18",
        '{"error": "The person who watches this conversation did not allow this call."}',
    ]
    assert after.entries[3].response.source == "denial"


def test_a_call_that_does_not_fit_gets_its_problems_and_the_rounds_are_counted(
    run, scripted, store
):
    scripted.reply(call_stream([("get_weather", {"town": "Paris"})]))
    scripted.reply(call_stream([("get_weather", {"city": 7})]))
    scripted.reply(call_stream([PARIS]))

    after = run(question(tool(responders=[fixed("18")]), repairs=True))

    sources = [entry.response.source for entry in after.entries if entry.response]
    assert sources == ["problems", "problems", "fixed"]
    told = json.loads(results(after)[0])
    assert told["problems"][0]["path"] == "$"
    assert [step.repairs for step in store.run(after.run_id).steps] == [0, 1, 2, 2]


def test_a_round_in_which_several_calls_are_sent_back_counts_once(run, scripted, store):
    odd = [("get_weather", {"town": "Paris"}), ("get_weather", {"city": 7}), PARIS]
    scripted.reply(call_stream(odd))
    scripted.reply(call_stream([("get_weather", {"city": 8})]))

    after = run(question(tool(responders=[fixed("18")]), repairs=True))

    assert [step.repairs for step in store.run(after.run_id).steps] == [0, 1, 2]


def test_a_refusal_in_the_middle_ends_the_turn_with_all_that_had_come(run, scripted):
    scripted.reply(call_stream([PARIS]))
    scripted.reply(error_json("No.", code="x"), status=400)

    after = run(question(tool(responders=[fixed("18")])))

    assert roles(after) == ["user", "assistant", "tool"]
    assert after.awaits_answer
    assert after.step_id is not None


def test_the_conversation_is_saved_as_it_goes(loops, scripted, store):
    scripted.reply(call_stream([PARIS]))
    scripted.reply(hang=True)
    conversation = question(tool(responders=[fixed("18")]))
    loop = loops.start(conversation, asking(scripted), revision=0)
    scripted.wait_for_requests(2)

    saved = from_document(Conversation, store.conversation(conversation.id).document)

    assert roles(saved) == ["user", "assistant", "tool"]
    assert loops.find(conversation.id) is loop


def test_what_a_person_changes_around_the_turn_is_kept_and_counts_for_the_next_request(
    loops, scripted, store
):
    gate = threading.Event()
    scripted.reply(_held(call_stream([PARIS]), gate))
    loop = loops.start(question(tool(responders=[fixed("18")])), asking(scripted), revision=0)
    scripted.wait_for_requests(1)

    loop.surround(replace(loop.conversation, system="Be brief."))
    gate.set()
    assert loop.wait(20)

    assert scripted.requests[1].json["messages"][0] == {"role": "system", "content": "Be brief."}
    saved = from_document(Conversation, store.conversation(loop.conversation.id).document)
    assert (saved.system, roles(saved)[-1]) == ("Be brief.", "assistant")


def test_what_another_tab_saved_meanwhile_stays_beside_what_the_turn_brought(
    loops, scripted, store
):
    gate = threading.Event()
    scripted.reply(_held(text_stream("Mild."), gate))
    conversation = question(tool())
    loop = loops.start(conversation, asking(scripted), revision=0)
    scripted.wait_for_requests(1)
    wait_until(lambda: store.conversation(conversation.id))
    _save(store, conversation.id, system="Of another tab.")
    gate.set()
    assert loop.wait(20)

    saved = from_document(Conversation, store.conversation(conversation.id).document)
    assert (saved.system, saved.messages[-1].text) == ("Of another tab.", "Mild.")
    assert loop.kept.revision == store.conversation(conversation.id).revision


def test_one_fault_goes_into_the_first_result_alone(run, scripted):
    scripted.reply(call_stream([("get_time", {"city": "Paris"}), PARIS]))
    scripted.reply(call_stream([PARIS]))
    spoilt = tool(responders=[fixed("18")], faults={"chances": {"null": 1}})

    after = run(
        question(spoilt, tool("get_time", responders=[fixed("12:00")])),
        fault=FaultOrder(FaultKind.EMPTY, "get_weather"),
    )

    assert results(after) == ["12:00", "", "18"]
    assert [entry.response.fault for entry in after.entries if entry.response] == [
        None,
        FaultKind.EMPTY,
        None,
    ]


def test_a_plan_of_faults_spoils_results_and_says_what_was_done(run, scripted):
    scripted.reply(call_stream([PARIS]))

    after = run(question(tool(responders=[fixed("18")], faults={"chances": {"null": 1}})))

    assert results(after) == ["null"]
    assert after.entries[2].response.fault is FaultKind.NULL
    assert after.entries[2].response.told


def _held(pieces, gate):
    """The stream, of which nothing comes before the gate is open."""
    yield b": wait\n\n"
    gate.wait(10)
    yield from pieces


def _save(store, conversation_id, **changes):
    """As another tab would, which reads it anew when the loop was faster."""
    while True:
        saved = store.conversation(conversation_id)
        document = {**saved.document, **changes}
        with suppress(ConversationChanged):
            store.save_conversation(conversation_id, document, revision=saved.revision)
            return
