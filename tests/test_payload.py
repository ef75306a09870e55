"""Only what a person set is sent."""

import pytest

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call, ImagePart, Message, OtherPart, TextPart
from switchboard.payload import build_request, wire_message
from switchboard.settings import Profile, Settings
from switchboard.wire import FunctionTool

TOOL: FunctionTool = {"type": "function", "function": {"name": "get_weather"}}
STANDARD = Profile()
O_SERIES = Profile(
    "o-series",
    token_limit_field="max_completion_tokens",
    system_role="developer",
    refused={"temperature": "no", "parallel_tool_calls": "no"},
    reasoning_efforts=("low", "high"),
)


def request(settings=None, *, tools=(), profile=STANDARD, system=""):
    conversation = Conversation(
        system=system,
        model="m",
        entries=(Entry(Message("user", "Hi")),),
        settings=settings or Settings(stream=False),
    )
    return build_request(conversation, tools, profile=profile)


def test_nothing_set_sends_model_and_messages_alone():
    assert request() == {"model": "m", "messages": [{"role": "user", "content": "Hi"}]}


def test_a_streamed_answer_is_asked_for_with_its_usage():
    assert request(Settings())["stream_options"] == {"include_usage": True}


@pytest.mark.parametrize(
    ("settings", "profile", "sent"),
    [
        pytest.param(
            Settings(temperature=0.0, max_tokens=5, stream=False),
            STANDARD,
            {"temperature": 0.0, "max_tokens": 5},
            id="a temperature of zero is sent",
        ),
        pytest.param(
            Settings(temperature=1.0, max_tokens=5, reasoning_effort="low", stream=False),
            O_SERIES,
            {"max_completion_tokens": 5, "reasoning_effort": "low"},
            id="the o-series takes its own fields",
        ),
        pytest.param(
            Settings(tool_choice="required", parallel_tool_calls=False, stream=False),
            STANDARD,
            {},
            id="without tools nothing is said of tools",
        ),
    ],
)
def test_settings_become_fields(settings, profile, sent):
    body = request(settings, profile=profile)

    assert {key: body[key] for key in body if key not in ("model", "messages")} == sent


@pytest.mark.parametrize(
    ("choice", "sent"),
    [
        ("none", {"tool_choice": "none"}),
        ("auto", {"tool_choice": "auto"}),
        ("required", {"tool_choice": "required"}),
        (
            ("function", "get_weather"),
            {"tool_choice": {"type": "function", "function": {"name": "get_weather"}}},
        ),
        (("function", "gone"), {}),
        (None, {}),
    ],
)
def test_tool_choice_is_sent_in_its_wire_form(choice, sent):
    body = request(Settings(tool_choice=choice, stream=False), tools=[TOOL])

    assert {key: body[key] for key in body if key == "tool_choice"} == sent
    assert body["tools"] == [TOOL]


@pytest.mark.parametrize(("profile", "role"), [(STANDARD, "system"), (O_SERIES, "developer")])
def test_the_system_message_comes_first_in_the_profiles_role(profile, role):
    body = request(system="Be brief.", profile=profile)

    assert body["messages"][0] == {"role": role, "content": "Be brief."}


def test_a_blank_system_message_is_not_sent():
    assert [message["role"] for message in request(system=" \n")["messages"]] == ["user"]


CALL = Call("call_1", "get_weather", '{"city": "Bogotá"', extra={"extra_content": {"g": 1}})

MESSAGES = {
    "a call goes back as it came, unknown keys and broken arguments too": (
        Message("assistant", calls=(CALL,)),
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [
                {
                    "extra_content": {"g": 1},
                    "id": "call_1",
                    "type": "function",
                    "function": {"name": "get_weather", "arguments": '{"city": "Bogotá"'},
                }
            ],
        },
    ),
    "a result names its call": (
        Message("tool", "{}", call_id="call_1"),
        {"role": "tool", "content": "{}", "tool_call_id": "call_1"},
    ),
    "an empty answer is empty text, for null is refused without calls": (
        Message("assistant"),
        {"role": "assistant", "content": ""},
    ),
    "content parts are sent in order": (
        Message(
            "user",
            (
                ImagePart("data:x", "low"),
                ImagePart("data:y"),
                OtherPart({"type": "z"}),
                TextPart("?"),
            ),
        ),
        {
            "role": "user",
            "content": [
                {"type": "image_url", "image_url": {"url": "data:x", "detail": "low"}},
                {"type": "image_url", "image_url": {"url": "data:y"}},
                {"type": "z"},
                {"type": "text", "text": "?"},
            ],
        },
    ),
    "reasoning stays here": (
        Message("assistant", "Yes.", reasoning="hm"),
        {"role": "assistant", "content": "Yes."},
    ),
}


@pytest.mark.parametrize(("message", "sent"), MESSAGES.values(), ids=MESSAGES)
def test_a_message_is_sent(message, sent):
    assert wire_message(message) == sent
