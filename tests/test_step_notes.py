"""When a step ends, its answer is held against its request."""

from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, text_stream

from switchboard.gateway import Gateway, StopSignal, Transport
from switchboard.turns import run_step

TOOLS = [{"type": "function", "function": {"name": "get_weather"}}]


def notes(reply, **more):
    request = {"model": "m", "messages": [{"role": "user", "content": "Hi"}], "stream": True}
    with ScriptedGateway() as scripted:
        scripted.reply(reply)
        transport = Transport(Gateway("Scripted", scripted.base_url, None))
        asked = request | {"tools": TOOLS} | more
        return [*run_step(asked, transport=transport, stop=StopSignal())][-1].answer.notes


def test_a_choice_that_was_ignored_is_told_of_the_step():
    assert notes(text_stream("Hello"), tool_choice="required") == (
        "The request asked for a call, but the gateway ignored that: there is none.",
    )


def test_several_calls_where_one_was_allowed_are_told_of_the_step():
    reply = call_stream([("get_weather", {"city": "Paris"}), ("get_weather", {"city": "Rome"})])

    assert notes(reply, parallel_tool_calls=False) == (
        "The request allowed one call at a time, but the gateway gave several.",
    )


def test_a_call_written_as_text_is_told_of_the_step():
    written = '<tool_call>{"name": "get_weather", "arguments": {}}</tool_call>'

    assert notes(text_stream(written)) == (
        "The text looks like an unparsed tool call: 'get_weather'.",
    )


def test_a_step_that_kept_to_its_request_has_no_notes():
    reply = call_stream([("get_weather", {"city": "Paris"})])

    assert notes(reply, tool_choice="required", parallel_tool_calls=False) == ()
