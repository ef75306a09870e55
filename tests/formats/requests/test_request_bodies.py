"""Bodies of requests: messages, settings and tools, in Chat's words and those of Responses."""

import json

import pytest

from switchboard.conversations import Conversation, Entry
from switchboard.export.curl import curl_command
from switchboard.formats.requests import read_request
from switchboard.messages import Call, ImagePart, Message, OtherPart, TextPart
from switchboard.payload import build_request
from switchboard.settings import AllowedTools, Profile, ResponseFormat, Settings


def read(**body):
    return read_request(json.dumps(body))


def message(**written):
    (found,) = read(messages=[written]).messages
    return found


CALL = {"id": "c1", "type": "function", "function": {"name": "f", "arguments": '{"a": 1}'}}

SIGNED = Call("c1", "f", '{"a": 1}', {"extra_content": {"google": 1}})
FILE = {"type": "file", "file": {"file_id": "f"}}
PICTURE = "https://x/y.png"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"role": "system", "content": "Be brief."}, Message("system", "Be brief.")),
        ({"role": "developer", "content": "Be brief."}, Message("developer", "Be brief.")),
        ({"role": "user", "content": "Hi", "name": "ann"}, Message("user", "Hi", name="ann")),
        (
            {"role": "assistant", "content": None, "tool_calls": [CALL]},
            Message("assistant", None, calls=(Call("c1", "f", '{"a": 1}'),)),
        ),
        (
            {"role": "tool", "tool_call_id": "c1", "content": "7"},
            Message("tool", "7", call_id="c1"),
        ),
        (
            {"role": "assistant", "content": "x", "reasoning_content": "Hm", "refusal": "No"},
            Message(
                "assistant", "x", reasoning="Hm", refusal="No", extra={"reasoning_content": "Hm"}
            ),
        ),
        (
            {"role": "assistant", "function_call": {"name": "f", "arguments": "{}"}},
            Message("assistant", calls=(Call("call_1", "f", "{}"),)),
        ),
        (
            {
                "role": "assistant",
                "tool_calls": [
                    {"id": "c", "type": "custom", "custom": {"name": "f", "input": "x"}}
                ],
            },
            Message("assistant", calls=(Call("c", "f", "x", {"type": "custom"}),)),
        ),
        (
            {"role": "assistant", "tool_calls": [{**CALL, "extra_content": {"google": 1}}]},
            Message("assistant", calls=(SIGNED,)),
        ),
    ],
    ids=[
        "system", "developer", "named", "calls", "result", "reasoning", "older call", "custom call",
        "signed call",
    ],
)  # fmt: skip
def test_a_message_is_held_as_it_was_written(written, meant):
    assert message(**written) == meant


@pytest.mark.parametrize(
    ("part", "meant"),
    [
        ({"type": "text", "text": "Hi"}, TextPart("Hi")),
        ({"type": "image_url", "image_url": {"url": PICTURE}}, ImagePart(PICTURE)),
        (
            {"type": "image_url", "image_url": {"url": PICTURE, "detail": "low"}},
            ImagePart(PICTURE, "low"),
        ),
        (
            {"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}},
            OtherPart({"type": "text", "text": "Hi", "cache_control": {"type": "ephemeral"}}),
        ),
        (FILE, OtherPart(FILE)),
    ],
    ids=["text", "image", "image with detail", "more than text", "file"],
)  # fmt: skip
def test_a_part_is_drawn_or_kept_as_it_came(part, meant):
    assert message(role="user", content=[part]).content == (meant,)


def test_arguments_that_stand_as_an_object_become_text_and_are_told():
    call = {"id": "c", "function": {"name": "f", "arguments": {"a": 1}}}
    reading = read(messages=[{"role": "assistant", "tool_calls": [call]}])

    assert reading.messages[0].calls[0].arguments == '{"a": 1}'
    assert reading.notes == ("Arguments that stood as an object are held as text: `arguments`.",)


def test_what_is_no_message_is_told_with_its_place():
    reading = read(messages=[{"role": "user", "content": "a"}, {"role": "owl"}, 3])

    assert [each.pointer for each in reading.problems] == ["$.messages[1]", "$.messages[2]"]
    assert len(reading.messages) == 1


@pytest.mark.parametrize(
    ("field", "value", "meant"),
    [
        ("temperature", 0.3, Settings(temperature=0.3, stream=False)),
        ("max_tokens", 9, Settings(max_tokens=9, stream=False)),
        ("max_completion_tokens", 9, Settings(max_tokens=9, stream=False)),
        ("stop", "x", Settings(stop=("x",), stream=False)),
        ("stop", ["x", "y"], Settings(stop=("x", "y"), stream=False)),
        ("stream", True, Settings()),
        ("logit_bias", {"5": -1}, Settings(logit_bias={"5": -1}, stream=False)),
        ("metadata", {"a": "b"}, Settings(metadata={"a": "b"}, stream=False)),
        ("tool_choice", "required", Settings(tool_choice="required", stream=False)),
        (
            "tool_choice",
            {"type": "function", "function": {"name": "f"}},
            Settings(tool_choice=("function", "f"), stream=False),
        ),
        (
            "tool_choice",
            {
                "type": "allowed_tools",
                "allowed_tools": {
                    "mode": "auto",
                    "tools": [{"type": "function", "function": {"name": "f"}}],
                },
            },
            Settings(tool_choice=AllowedTools(("f",)), stream=False),
        ),
        (
            "response_format",
            {"type": "json_schema", "json_schema": {"name": "a", "schema": {}, "strict": True}},
            Settings(response_format=ResponseFormat("json_schema", "{}", "a", True), stream=False),
        ),
        ("temperature", "hot", Settings(extra_body='{\n  "temperature": "hot"\n}', stream=False)),
        ("top_k", 4, Settings(extra_body='{\n  "top_k": 4\n}', stream=False)),
        ("temperature", None, Settings(stream=False)),
    ],
)
def test_a_field_is_a_setting_or_stays_as_free_json(field, value, meant):
    assert read(messages=[], **{field: value}).settings == meant


def test_tools_of_a_body_are_read_in_whatever_form_they_have():
    chat = {"type": "function", "function": {"name": "a", "parameters": {"type": "object"}}}
    flat = {"name": "b", "input_schema": {"type": "object"}}

    names = [each["function"]["name"] for each in read(messages=[], tools=[chat, flat]).entries]
    assert names == ["a", "b"]


def test_a_request_to_responses_is_held_as_one_to_chat():
    reading = read(
        model="m",
        instructions="Be brief.",
        input=[
            {"role": "user", "content": [{"type": "input_text", "text": "Hi"}]},
            {"type": "reasoning", "summary": []},
            {"type": "function_call", "call_id": "c1", "name": "f", "arguments": "{}"},
            {"type": "function_call", "call_id": "c2", "name": "f", "arguments": "{}"},
            {"type": "function_call_output", "call_id": "c1", "output": "7"},
        ],
        tools=[{"type": "function", "name": "f", "parameters": {"type": "object"}}],
        tool_choice={"type": "function", "name": "f"},
        max_output_tokens=9,
        reasoning={"effort": "low"},
        text={"verbosity": "low", "format": {"type": "json_schema", "name": "a", "schema": {}}},
        truncation="auto",
    )

    assert reading.messages == (
        Message("system", "Be brief."),
        Message("user", (TextPart("Hi"),)),
        Message("assistant", calls=(Call("c1", "f", "{}"), Call("c2", "f", "{}"))),
        Message("tool", "7", call_id="c1"),
    )
    assert reading.settings == Settings(
        max_tokens=9,
        tool_choice=("function", "f"),
        reasoning_effort="low",
        verbosity="low",
        response_format=ResponseFormat("json_schema", "{}", "a"),
        stream=False,
    )
    assert reading.entries[0]["function"]["name"] == "f"
    assert reading.notes[:3] == (
        "This asks Responses; it is held as what asks the same of Chat.",
        'Chat has no message for the item `"reasoning"`; it was left out.',
        "Chat has no field for what Responses calls `truncation`; it was left out.",
    )


def test_the_system_message_of_anthropics_interface_is_a_message():
    reading = read(model="m", system="Be brief.", messages=[{"role": "user", "content": "Hi"}])

    assert reading.messages == (Message("system", "Be brief."), Message("user", "Hi"))
    assert reading.settings == Settings(stream=False)
    assert reading.notes == (
        "This asks Anthropic's Messages; calls and results in it are kept as they came.",
    )


def test_a_text_alone_is_the_users_message_to_responses():
    assert read(model="m", input="Hi").messages == (Message("user", "Hi"),)


@pytest.mark.parametrize("text", ["[]", "{}", "3", '{"a": 1}', "no JSON", "{"])
def test_what_is_no_request_is_a_problem(text):
    reading = read_request(text)

    assert len(reading.problems) == 1
    assert reading.messages == ()


def test_a_request_that_this_program_exports_comes_back_the_same():
    settings = Settings(
        temperature=0.5, max_tokens=7, stop=("x",), seed=3, tool_choice="required", n=2,
        response_format=ResponseFormat("json_object"), metadata={"a": "b"}, logit_bias={"1": 2},
        extra_body='{\n  "top_k": 3\n}',
    )  # fmt: skip
    messages = (
        Message("user", (TextPart("It's"), ImagePart("https://x/y.png", "low"))),
        Message("assistant", None, calls=(Call("c1", "f", '{"a": "$HOME `x`"}'),)),
        Message("tool", "a\nb", call_id="c1"),
    )
    tools = [{"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}]
    conversation = Conversation(
        model="m",
        system="Be\nbrief.",
        entries=tuple(map(Entry, messages)),
        settings=settings,
    )
    body = build_request(conversation, tools, profile=Profile())

    reading = read_request(curl_command("https://x.com/v1", body, stream=True))

    assert reading.url == "https://x.com/v1/chat/completions"
    assert reading.model == "m"
    assert reading.messages == (Message("system", "Be\nbrief."), *messages)
    assert reading.settings == settings
    assert reading.entries == tuple(tools)
    assert reading.problems == ()
