"""A conversation as a value: every change gives a new one that keeps its own order."""

import json
from dataclasses import replace

import pytest

from switchboard.conversations import Conversation, Entry, Outcome, Preparation
from switchboard.desk import answered
from switchboard.documents import from_document, to_document
from switchboard.messages import Call, ImagePart, Message, TextPart, Usage
from switchboard.problems import Problem
from switchboard.responders import FaultKind
from switchboard.responses import Response, Result
from switchboard.runs import Fault, StepStatus, Timing
from switchboard.settings import Settings


def user(text: str, entry_id: str) -> Entry:
    return Entry(Message("user", text), entry_id)


def calls(entry_id: str, *call_ids: str) -> Entry:
    made = tuple(Call(call_id, "get_weather", "{}") for call_id in call_ids)
    return Entry(Message("assistant", calls=made), entry_id)


def result(call_id: str, entry_id: str) -> Entry:
    return Entry(Message("tool", "{}", call_id=call_id), entry_id)


def ids(conversation: Conversation) -> list[str]:
    return [entry.id for entry in conversation.entries]


TWO_ROUNDS = Conversation(
    entries=(
        user("Weather?", "ask"),
        calls("first", "a", "b"),
        result("a", "result-a"),
        result("b", "result-b"),
        calls("second", "c"),
    )
)


def test_calls_without_a_result_are_pending_in_their_order():
    conversation = Conversation(entries=(user("?", "u"), calls("m", "a", "b", "c")))

    answered = conversation.added(result("b", "r"))

    assert [call.id for call in answered.pending_calls] == ["a", "c"]


def test_calls_that_a_person_talked_past_are_not_pending():
    conversation = Conversation(entries=(calls("m", "a"), user("Never mind", "u")))

    assert conversation.pending_calls == ()


def test_a_result_is_found_for_its_own_call_only():
    found = TWO_ROUNDS.result_of("first", "b")

    assert found is not None
    assert found.id == "result-b"
    assert TWO_ROUNDS.result_of("second", "a") is None


def test_a_message_is_deleted_with_the_results_of_its_calls():
    assert ids(TWO_ROUNDS.without("first")) == ["ask", "second"]


def test_the_drafts_of_a_deleted_answer_go_with_it():
    conversation = replace(TWO_ROUNDS, drafts={"c": "{}", "other": "{}"})

    assert conversation.without("second").drafts == {"other": "{}"}


def test_a_deleted_result_is_asked_for_anew():
    conversation = TWO_ROUNDS.without("result-a")

    assert ids(conversation) == ["ask", "first", "result-b"]
    assert [call.id for call in conversation.pending_calls] == ["a"]


@pytest.mark.parametrize(
    ("entry_id", "kept"),
    [
        pytest.param("ask", ["ask"], id="after a person's message"),
        pytest.param("first", ["ask"], id="before an answer"),
        pytest.param(
            "result-a", ["ask", "first", "result-a", "result-b"], id="after all parallel results"
        ),
        pytest.param(
            "second", ["ask", "first", "result-a", "result-b"], id="before a later answer"
        ),
    ],
)
def test_running_again_from_a_message_cuts_where_the_model_is_next(entry_id, kept):
    cut = TWO_ROUNDS.up_to(entry_id)

    assert ids(cut) == kept
    assert cut.awaits_answer


def test_a_rewritten_message_keeps_its_place_and_loses_its_step():
    outcome = Outcome("step", StepStatus.FINISHED, "m", Timing())
    conversation = Conversation(entries=(Entry(Message("assistant", "old"), "e", outcome),))

    rewritten = conversation.replaced("e", Message("assistant", "new"))

    assert rewritten.entries == (Entry(Message("assistant", "new"), "e"),)


def test_a_new_conversation_keeps_what_it_is_sent_with():
    old = Conversation(
        system="Be brief.", toolset="[]", model="m", settings=Settings(temperature=0.5)
    ).added(user("Hi", "u"))

    new = old.started_anew()

    assert (new.system, new.toolset, new.model, new.settings) == (
        "Be brief.",
        "[]",
        "m",
        Settings(temperature=0.5),
    )
    assert new.entries == ()
    assert new.id != old.id


def test_an_unknown_entry_is_a_key_error():
    with pytest.raises(KeyError):
        TWO_ROUNDS.entry("nobody")


def test_text_is_rewritten_beside_images():
    message = Message("user", (ImagePart("data:image/png;base64,AA=="), TextPart("old")))

    assert message.with_text("新").content == (
        ImagePart("data:image/png;base64,AA=="),
        TextPart("新"),
    )


def test_a_conversation_comes_back_from_its_document_as_it_was():
    usage = Usage(1, 2, raw={"prompt_tokens": 1, "details": [{"x": None}]})
    outcome = Outcome(
        "s", StepStatus.FAILED, "m", Timing(1.5), usage, "stop", ("odd",), Fault("E", "no")
    )
    call = Call("c", "f", '{"a":', extra={"extra_content": {"google": {"thought_signature": "x"}}})
    conversation = Conversation(
        system="你好",
        entries=(
            Entry(Message("user", (TextPart("a"), ImagePart("data:", "low")))),
            Entry(Message("assistant", calls=(call,), reasoning="hm"), outcome=outcome),
        ),
        settings=Settings(tool_choice=("function", "f"), temperature=0.0),
        drafts={"c": "{}"},
    )

    document = json.loads(json.dumps(to_document(conversation)))

    assert from_document(Conversation, document) == conversation


@pytest.mark.parametrize(
    ("beside", "is_above", "order"),
    [
        pytest.param("ask", False, ["ask", "new", "first"], id="below a message"),
        pytest.param("ask", True, ["new", "ask", "first"], id="above the first"),
        pytest.param(
            "first",
            False,
            ["ask", "first", "result-a", "result-b", "new"],
            id="below an answer and its results",
        ),
        pytest.param(
            "result-a", False, ["ask", "first", "result-a", "new"], id="between two results"
        ),
    ],
)
def test_a_message_is_inserted_beside_another(beside, is_above, order):
    inserted = TWO_ROUNDS.inserted(user("Wait", "new"), beside=beside, is_above=is_above)

    assert ids(inserted)[: len(order)] == order
    assert len(inserted.entries) == 6


def test_a_message_inserted_beside_none_is_the_last():
    assert ids(TWO_ROUNDS.inserted(user("Bye", "new"), beside=None))[-1] == "new"


def test_a_message_can_be_taken_out_alone():
    assert ids(TWO_ROUNDS.taken_out("first")) == ["ask", "result-a", "result-b", "second"]


def test_results_of_no_call_and_second_results_are_stray():
    conversation = Conversation(
        entries=(
            result("a", "before"),
            calls("m", "a"),
            result("a", "own"),
            result("a", "second"),
            result("x", "unknown"),
        )
    )

    assert conversation.stray_results == {"before", "second", "unknown"}
    assert TWO_ROUNDS.stray_results == frozenset()


def test_a_conversation_that_ends_with_a_system_message_awaits_an_answer():
    conversation = Conversation(entries=(Entry(Message("developer", "Be brief.")),))

    assert conversation.awaits_answer


def test_what_follows_a_message_is_cut_off():
    assert ids(TWO_ROUNDS.cut_after("first")) == ["ask", "first"]


def test_a_stray_result_is_deleted_alone():
    conversation = TWO_ROUNDS.inserted(result("x", "stray"), beside="first")

    assert ids(conversation.without("stray")) == ids(TWO_ROUNDS)


def test_what_is_made_ready_for_a_call_is_kept_with_the_conversation():
    prepared = Conversation().prepared(
        "c1",
        Preparation(
            result=Result("{}", Response("fixed", "a1b2", problems=(Problem("No.", ("a", 0)),))),
            fault=FaultKind.STALE,
            decision="approved",
        ),
    )

    assert from_document(Conversation, to_document(prepared)) == prepared


def test_the_results_of_calls_end_what_was_made_ready_for_them():
    conversation = replace(Conversation(), drafts={"c1": "x", "c2": "y"}, pause="Stopped by you.")
    conversation = conversation.prepared("c1", Preparation(failure="No."))

    after = answered(conversation, [(Call("c1", "f", "{}"), Result("1", Response("fixed")))])

    assert (after.drafts, after.preparations, after.pause) == ({"c2": "y"}, {}, "")
    assert after.entries[-1].response == Response("fixed")
