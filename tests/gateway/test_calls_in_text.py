"""Calls that arrive as text: found and told, never made calls by themselves."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway import calls_in_text, with_step_notes
from switchboard.gateway.calls_in_text import note_on_calls_in_text
from switchboard.messages import Answer, Call, Choice, Message

PARIS = '{"city": "Paris"}'
WEATHER = ("get_weather", PARIS)
TIME = ("get_time", "{}")
TOOLS = [{"type": "function", "function": {"name": "get_weather"}}]
NOTE = "The text looks like an unparsed tool call: 'get_weather'."


def request(**more):
    return {"model": "m", "messages": [], "tools": TOOLS, **more}


def answer(text, *calls):
    return Answer((Choice(Message("assistant", text, calls=calls)),), complete=True)


NOTATIONS = {
    "hermes": '<tool_call>\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n</tool_call>',
    "hermes without an end": '<tool_call>{"name": "get_weather", "arguments": {"city": "Paris"}}',
    "hermes after words": 'I look. <tool_call>{"name":"get_weather","arguments":{"city":"Paris"}}',
    "qwen coder": "<tool_call>\n<function=get_weather>\n<parameter=city>\nParis\n</parameter>\n"
    "</function>\n</tool_call>",
    "function and json": '<function=get_weather>{"city": "Paris"}</function>',
    "glm": "<tool_call>get_weather\n<arg_key>city</arg_key>\n<arg_value>Paris</arg_value>\n"
    "</tool_call>",
    "kimi": "<|tool_calls_section_begin|><|tool_call_begin|>functions.get_weather:0"
    '<|tool_call_argument_begin|>{"city": "Paris"}<|tool_call_end|><|tool_calls_section_end|>',
    "deepseek r1": "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>get_weather\n"
    '```json\n{"city": "Paris"}\n```<｜tool▁call▁end｜><｜tool▁calls▁end｜>',
    "deepseek 3.1": "<｜tool▁call▁begin｜>get_weather<｜tool▁sep｜>"
    '{"city": "Paris"}<｜tool▁call▁end｜>',
    "mistral": '[TOOL_CALLS][{"name": "get_weather", "arguments": {"city": "Paris"}}]',
    "mistral with args": '[TOOL_CALLS]get_weather[ARGS]{"city": "Paris"}',
    "invoke": '<invoke name="get_weather"><parameter name="city">Paris</parameter></invoke>',
    "bare json": '{"name": "get_weather", "arguments": {"city": "Paris"}}',
    "bare json, llama": '{"type": "function", "name": "get_weather", "parameters": '
    '{"city": "Paris"}}',
    "python tag": '<|python_tag|>{"name": "get_weather", "parameters": {"city": "Paris"}}',
    "fenced json": '```json\n{"name": "get_weather", "arguments": {"city": "Paris"}}\n```',
    "interface": '{"tool_calls": [{"id": "x", "type": "function", "function": '
    '{"name": "get_weather", "arguments": "{\\"city\\": \\"Paris\\"}"}}]}',
}


def found_in(text):
    return [(call.name, call.arguments) for call in calls_in_text(text)]


@pytest.mark.parametrize("text", NOTATIONS.values(), ids=NOTATIONS)
def test_a_call_in_any_known_notation_is_found(text):
    assert found_in(text) == [WEATHER]


@pytest.mark.parametrize("text", NOTATIONS.values(), ids=NOTATIONS)
def test_a_call_in_any_known_notation_is_told(text):
    assert note_on_calls_in_text(request(), answer(text)) == NOTE


@pytest.mark.parametrize(
    "text",
    [
        '<tool_call>{"name":"get_weather","arguments":{"city": "Paris"}}</tool_call>\n'
        '<tool_call>{"name":"get_time","arguments":{}}</tool_call>',
        f"<function=get_weather>{PARIS}</function><function=get_time></function>",
        f"<|tool_call_begin|>functions.get_weather:0<|tool_call_argument_begin|>{PARIS}"
        "<|tool_call_end|><|tool_call_begin|>functions.get_time:1<|tool_call_argument_begin|>{}",
        '[{"name":"get_weather","arguments":{"city":"Paris"}},{"name":"get_time","arguments":{}}]',
    ],
    ids=["hermes", "function", "kimi", "bare json"],
)
def test_several_calls_are_found_in_order(text):
    assert found_in(text) == [WEATHER, TIME]


def test_values_without_quotes_are_json_where_they_read_as_such():
    text = "<function=f><parameter=n>3</parameter><parameter=s>a b</parameter></function>"

    assert found_in(text) == [("f", '{"n": 3, "s": "a b"}')]


def test_found_calls_have_ids_of_our_own():
    numbers = itertools.count(1)

    calls = calls_in_text('{"name":"f","arguments":{}}', make_id=lambda: f"own_{next(numbers)}")

    assert calls == (Call("own_1", "f", "{}"),)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rains in Paris.",
        '{"name": "Bob", "age": 4}',
        '{"name": "get_weather"}',
        '{"name": "get_weather", "arguments": {}, "why": "an example"}',
        'Send {"name": "get_weather", "arguments": {}} to it.',
        "<tool_call> is a tag.",
        "[1, 2]",
        "null",
    ],
)
def test_other_text_holds_no_calls(text):
    assert calls_in_text(text) == ()


def test_without_tools_nothing_is_told():
    assert note_on_calls_in_text({"model": "m", "messages": []}, answer(NOTATIONS["kimi"])) is None


@pytest.mark.parametrize("text", NOTATIONS.values(), ids=NOTATIONS)
def test_in_a_recording_only_marks_tell_a_call(text):
    note = note_on_calls_in_text(None, answer(text))

    assert (note == NOTE) is ("<" in text or "[TOOL_CALLS]" in text)


def test_beside_real_calls_nothing_is_told():
    reply = answer(NOTATIONS["hermes"], Call("a", "get_weather", PARIS))

    assert note_on_calls_in_text(request(), reply) is None


def test_bare_json_that_names_none_of_the_tools_is_an_answer():
    assert note_on_calls_in_text(request(), answer('{"name":"Bob","parameters":{}}')) is None


def test_a_marked_call_of_an_unknown_tool_is_told():
    note = note_on_calls_in_text(request(), answer('<tool_call>{"name":"f","arguments":{}}'))

    assert note == "The text looks like an unparsed tool call: 'f'."


def test_an_answer_is_told_of_after_its_own_notes():
    reply = Answer(answer(NOTATIONS["kimi"]).choices, notes=("One.",), complete=True)

    noted = with_step_notes(request(), reply)

    assert noted.notes == ("One.", NOTE)
    assert noted.choices == reply.choices


@pytest.mark.parametrize("tools", ["x", 3, [3], [{}], [{"function": "f"}], {"a": 1}])
def test_tools_of_any_form_in_a_free_body_are_no_tools(tools):
    assert note_on_calls_in_text(request(tools=tools), answer(NOTATIONS["kimi"])) is None


PIECES = [
    "<tool_call>",
    "</tool_call>",
    "<function=",
    ">",
    "<parameter=",
    "<arg_key>",
    "[TOOL_CALLS]",
]
PIECES += [
    "<|tool_call_begin|>",
    "<｜tool▁call▁begin｜>",
    "<｜tool▁sep｜>",
    "```json",
    '{"name":',
    "f",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=12).map("".join))
def test_any_text_is_looked_through_and_what_is_found_has_text_for_arguments(text):
    for call in calls_in_text(text):
        assert isinstance(call.arguments, str)
        assert isinstance(call.name, str)


@pytest.mark.parametrize("mark", PIECES)
def test_a_long_row_of_marks_is_looked_through_at_once(mark):
    """A generous bound: it would take hours if each mark were compared with every other."""
    assert len(json.dumps(found_in(mark * 100_000))) < 20_000_000
