"""Messages take the form that a gateway's profile asks for."""

import re

import pytest

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, ImagePart, Message, TextPart
from switchboard.payload import build_request, wire_message
from switchboard.payload.call_ids import nine_character_ids
from switchboard.settings import Profile, Settings

CALL = Call("call_1", "get_weather", "{}")
ASKED = Message("assistant", calls=(CALL,))
NINE = Profile(call_ids="nine")
ALTERNATING = Profile(role_order="alternating")


def sent(*messages, profile, system=""):
    conversation = Conversation(
        system=system,
        model="m",
        entries=tuple(Entry(message) for message in messages),
        settings=Settings(stream=False),
    )
    return build_request(conversation, [], profile=profile)["messages"]


@pytest.mark.parametrize(
    ("form", "content"),
    [("null", {"content": None}), ("empty", {"content": ""}), ("absent", {})],
)
@pytest.mark.parametrize("written", [None, "", ()])
def test_a_message_that_only_calls_says_so_in_the_profiles_way(form, content, written):
    message = Message("assistant", written, calls=(CALL,))

    body = wire_message(message, Profile(content_beside_calls=form))

    assert {key: body[key] for key in body if key == "content"} == content


@pytest.mark.parametrize("form", ["null", "empty", "absent"])
def test_text_beside_calls_is_sent_whatever_the_profile(form):
    message = Message("assistant", "One moment.", calls=(CALL,))

    assert wire_message(message, Profile(content_beside_calls=form))["content"] == "One moment."


@pytest.mark.parametrize("role", ["user", "assistant", "system", "tool"])
def test_without_calls_nothing_said_is_empty_text_never_null(role):
    assert wire_message(Message(role), Profile(content_beside_calls="absent"))["content"] == ""


@pytest.mark.parametrize("role", ["system", "developer"])
@pytest.mark.parametrize("takes", ["system", "developer"])
def test_instructions_in_the_middle_have_the_profiles_role_too(role, takes):
    assert sent(Message(role, "Be brief."), profile=Profile(system_role=takes)) == [
        {"role": takes, "content": "Be brief."}
    ]


def test_a_refused_name_is_left_out():
    message = Message("user", "Hi", name="Ana")

    assert wire_message(message) == {"role": "user", "content": "Hi", "name": "Ana"}
    assert wire_message(message, Profile(refused={"name": "No."})) == {
        "role": "user",
        "content": "Hi",
    }


UNKNOWN = {
    "a key nobody knows goes back": ({"extra_content": {"google": 1}},) * 2,
    "OpenRouter's signed reasoning goes back": ({"reasoning_details": [{"id": "r"}]},) * 2,
    "a false value says something": ({"cached": False},) * 2,
    "empty ones stay here": (
        {"audio": None, "function_call": None, "refusal": None, "x": "", "y": [], "z": {}},
        {},
    ),
    "citations are a reply's": ({"annotations": [{"type": "url_citation"}]}, {}),
    "private ones stay here": ({"_note": "mine"}, {}),
    "reasoning goes by the profile": ({"reasoning": "hm", "reasoning_content": "hm"}, {}),
    "spoken sound goes back by its name": (
        {"audio": {"id": "audio_1", "data": "UklGR", "transcript": "Yes."}},
        {"audio": {"id": "audio_1"}},
    ),
}


@pytest.mark.parametrize(("extra", "goes_back"), UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_keys_go_back_as_they_came_unless_only_a_reply_has_them(extra, goes_back):
    body = wire_message(Message("assistant", "Yes.", extra=extra))

    assert body == {"role": "assistant", "content": "Yes."} | goes_back


def test_an_unknown_key_never_takes_the_place_of_a_known_one():
    body = wire_message(Message("assistant", "Yes.", extra={"content": "No.", "role": "user"}))

    assert body == {"role": "assistant", "content": "Yes."}


def test_an_unknown_key_that_the_gateway_refuses_is_left_out():
    message = Message("assistant", "Yes.", extra={"reasoning_details": [{"id": "r"}]})

    assert "reasoning_details" not in wire_message(
        message, Profile(refused={"reasoning_details": "No."})
    )


@pytest.mark.parametrize(
    ("replay", "message", "reasoning"),
    [
        ("never", Message("assistant", "Yes.", reasoning="hm"), {}),
        ("reasoning", Message("assistant", "Yes.", reasoning="hm"), {"reasoning": "hm"}),
        ("reasoning", ASKED, {}),
        (
            "reasoning_content",
            Message("assistant", calls=(CALL,), reasoning="hm"),
            {"reasoning_content": "hm"},
        ),
        ("reasoning_content", ASKED, {"reasoning_content": " "}),
        ("reasoning_content", Message("assistant", "Yes."), {}),
        ("reasoning_content", Message("user", "Hi", reasoning="hm"), {}),
    ],
)
def test_reasoning_goes_back_as_the_profile_asks(replay, message, reasoning):
    body = wire_message(message, Profile(reasoning_replay=replay))

    assert {key: body[key] for key in body if key.startswith("reasoning")} == reasoning


THINKING = {"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}
TEXT = {"type": "text", "text": "Yes."}
IN_PARTS = Profile(reasoning_replay="thinking_parts", content_beside_calls="absent")


@pytest.mark.parametrize(
    ("message", "content"),
    [
        (Message("assistant", "Yes.", reasoning="hm"), [THINKING, TEXT]),
        (Message("assistant", (TextPart("Yes."),), reasoning="hm"), [THINKING, TEXT]),
        (Message("assistant", "", reasoning="hm"), [THINKING]),
        (Message("assistant", calls=(CALL,), reasoning="hm"), [THINKING]),
        (Message("assistant", "Yes."), "Yes."),
        (Message("assistant", "Yes.", reasoning=""), "Yes."),
        (Message("user", "Yes.", reasoning="hm"), "Yes."),
        (
            Message("assistant", "Yes.", reasoning="hm", extra={"thinking_part": "closed"}),
            [THINKING, TEXT],
        ),
        (
            Message(
                "assistant",
                "Yes.",
                reasoning="hm",
                extra={"thinking_part": {"closed": True, "type": "x", "thinking": "x"}},
            ),
            [THINKING | {"closed": True}, TEXT],
        ),
    ],
)
def test_reasoning_goes_back_as_a_part_before_the_text(message, content):
    body = wire_message(message, IN_PARTS)

    assert body["content"] == content
    assert body.keys() - {"tool_calls"} == {"role", "content"}


def test_without_reasoning_a_message_that_only_calls_has_no_parts():
    assert "content" not in wire_message(ASKED, IN_PARTS)


def test_where_reasoning_goes_back_in_parts_no_field_of_reasoning_does():
    extra = {"reasoning_content": "hm", "reasoning": "hm"}
    message = Message("assistant", "Yes.", reasoning="hm", extra=extra)

    assert wire_message(message, IN_PARTS) == {"role": "assistant", "content": [THINKING, TEXT]}


def test_thinking_parts_survive_a_merge():
    thought = Message("assistant", "Yes.", reasoning="hm")
    both = Profile(reasoning_replay="thinking_parts", role_order="alternating")

    assert sent(thought, Message("assistant", "Sure."), profile=both) == [
        {"role": "assistant", "content": [THINKING, TEXT, {"type": "text", "text": "Sure."}]}
    ]


def test_ids_become_nine_letters_and_digits_the_same_for_call_and_result():
    first, second = Call("call_1", "f", "{}"), Call("call_2", "f", "{}")

    body = sent(
        Message("assistant", calls=(first, second)),
        Message("tool", "2", call_id="call_2"),
        Message("tool", "1", call_id="call_1"),
        profile=NINE,
    )

    calls = [call["id"] for call in body[0]["tool_calls"]]
    assert all(re.fullmatch("[a-zA-Z0-9]{9}", each) for each in calls)
    assert calls[0] != calls[1]
    assert [body[2]["tool_call_id"], body[1]["tool_call_id"]] == calls


def test_an_id_is_made_the_same_in_every_request():
    assert nine_character_ids(["call_1"]) == nine_character_ids(["call_0", "call_1"][1:])
    assert (
        nine_character_ids(["call_1"])["call_1"]
        == (nine_character_ids(["other", "call_1"])["call_1"])
    )


def test_an_id_that_fits_stays():
    assert nine_character_ids(["abcDEF123", "x"])["abcDEF123"] == "abcDEF123"


def test_an_id_that_is_what_another_would_become_keeps_its_place():
    made = nine_character_ids(["call_1"])["call_1"]

    both = nine_character_ids(["call_1", made])

    assert both[made] == made
    assert both["call_1"] != made


def test_different_ids_stay_different():
    ids = [f"call_{n}" for n in range(2000)]

    assert len(set(nine_character_ids(ids).values())) == 2000


def test_any_form_of_id_leaves_them_as_they_came():
    assert sent(ASKED, profile=Profile())[0]["tool_calls"][0]["id"] == "call_1"


def test_neighbours_of_one_role_become_one_message():
    body = sent(
        Message("system", "In French."),
        Message("user", "Hi", name="Ana"),
        Message("user", "How are you?"),
        Message("assistant", "Bien."),
        Message("assistant", calls=(CALL,)),
        profile=ALTERNATING,
        system="Be brief.",
    )

    assert body == [
        {"role": "system", "content": "Be brief.\n\nIn French."},
        {"role": "user", "content": "Hi\n\nHow are you?"},
        {
            "role": "assistant",
            "content": "Bien.",
            "tool_calls": [
                {
                    "id": "call_1",
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": "{}"},
                }
            ],
        },
    ]


def test_images_survive_a_merge():
    body = sent(
        Message("user", "Look:"),
        Message("user", (ImagePart("data:x"), TextPart("What is it?"))),
        profile=ALTERNATING,
    )

    assert body == [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "Look:"},
                {"type": "image_url", "image_url": {"url": "data:x"}},
                {"type": "text", "text": "What is it?"},
            ],
        }
    ]


def test_results_are_never_merged():
    results = [Message("tool", "1", call_id="a"), Message("tool", "2", call_id="b")]

    assert len(sent(*results, profile=ALTERNATING)) == 2


def test_a_call_is_not_merged_with_what_follows_it():
    body = sent(ASKED, Message("assistant", "Well."), profile=ALTERNATING)

    assert [message["role"] for message in body] == ["assistant", "assistant"]


def test_in_any_order_messages_stay_apart():
    messages = [Message("user", "Hi"), Message("user", "You there?")]

    assert len(sent(*messages, profile=Profile())) == 2


def test_without_its_ground_a_message_is_none_so_that_is_never_left_out():
    message = Message("assistant", "Yes.", calls=(CALL,))
    refused = dict.fromkeys(("role", "content", "tool_calls", "tool_call_id"), "No.")

    assert wire_message(message, Profile(refused=refused)) == wire_message(message)
