"""A live server's tool, called over a real connection."""

import sys
import threading
import time
from pathlib import Path

import pytest

from switchboard.errors import McpServerError
from switchboard.mcp_servers import AllowedServer, ToolReply, call_tool

pytest.importorskip("mcp", reason="requirements-mcp.txt is not installed")

SCRIPT = str(Path(__file__).parent / "serving_tools.py")
ROME = {"city": "Rome"}
MISFIT = {
    "name": "count",
    "inputSchema": {"type": "object"},
    "outputSchema": {"type": "object", "properties": {"count": {"type": "integer"}}},
}


def over_stdio(*arguments, **more):
    return AllowedServer("tests", sys.executable, (SCRIPT, *arguments), **more)


def called(server, name="get_weather", arguments=ROME, *, stop=None, timeout_s=60):
    stop = stop or threading.Event()
    return call_tool(server, name, arguments, stop=stop, timeout_s=timeout_s)


def test_a_tool_over_stdio_gives_its_structured_content_as_json():
    reply = called(over_stdio(environment={"WEATHER": "rain"}), arguments={**ROME, "days": 2})

    assert reply == ToolReply('{"result": "Rome, 2 days: rain"}', is_error=False)


def test_a_tool_over_http_answers_likewise(http_server):
    reply = called(AllowedServer("tests", url=http_server))

    assert reply == ToolReply('{"result": "Rome, 1 days: unknown"}', is_error=False)


def test_without_structured_content_texts_are_joined_and_a_picture_is_named():
    reply = called(over_stdio("more"), "draw", {"text": "Look:"})

    assert reply == ToolReply("Look:\n[image: image/png]\ndone", is_error=False)


def test_a_tool_that_fails_gives_a_reply_that_says_so():
    reply = called(over_stdio("more"), "fail", {"reason": "no such city"})

    assert reply == ToolReply("Error executing tool fail: no such city", is_error=True)


def test_an_unknown_tool_is_a_reply_where_the_server_words_it():
    reply = called(over_stdio(), "get_whether")

    assert reply == ToolReply("Unknown tool: get_whether", is_error=True)


def test_an_unknown_tool_is_an_error_where_the_server_refuses_the_question(scripted_server):
    refusal = {"error": {"code": -32602, "message": "Unknown tool: get_whether"}}

    with pytest.raises(McpServerError) as failure:
        called(AllowedServer("tests", url=scripted_server(call=refusal)), "get_whether")

    assert failure.value.message == "tests did not answer the call: Unknown tool: get_whether"


def test_a_result_that_does_not_fit_its_output_schema_is_shown_all_the_same(scripted_server):
    listed = {"result": {"tools": [MISFIT]}}
    odd = {"result": {"content": [], "structuredContent": {"count": "many"}}}

    reply = called(AllowedServer("tests", url=scripted_server(list=listed, call=odd)), "count", {})

    assert reply == ToolReply('{"count": "many"}', is_error=False)


def test_a_result_that_is_none_of_mcp_is_an_error_in_words(scripted_server):
    with pytest.raises(McpServerError, match=r"its answer is not what MCP asks for\.$"):
        called(AllowedServer("tests", url=scripted_server(call={"result": {"content": 5}})))


def test_a_key_that_the_tool_repeats_is_masked_and_a_plain_word_is_not():
    keyed = over_stdio("more", environment={"API_KEY": "hidden4711", "MODE": "production"})

    reply = called(keyed, "tell_key", {})

    assert reply.text == "The key is •••, the mode production."


def test_a_key_in_a_refusal_is_masked(scripted_server):
    refusal = {"error": {"code": -1, "message": "No token4711 is known."}}
    headers = {"Authorization": "Bearer token4711"}

    with pytest.raises(McpServerError) as failure:
        called(AllowedServer("tests", url=scripted_server(call=refusal), headers=headers))

    assert failure.value.message == "tests did not answer the call: No ••• is known."


@pytest.mark.parametrize(
    ("server", "advice"),
    [
        (
            AllowedServer("tests", "no-such-program-4711"),
            "Does the program start when the operator runs it by hand?",
        ),
        (
            AllowedServer("tests", url="http://127.0.0.1:9/mcp"),
            "Is the server running, and is that its MCP address?",
        ),
    ],
    ids=["no program", "nobody listens"],
)
def test_a_server_that_is_not_there_is_an_error_in_words(server, advice):
    with pytest.raises(McpServerError, match=r"^tests did not answer the call: ") as failure:
        called(server)

    assert failure.value.advice == advice


def test_a_silent_server_is_given_up_after_the_time_allowed():
    start = time.monotonic()

    with pytest.raises(McpServerError, match=r"^tests did not answer within 1 s\.$"):
        called(over_stdio("silent"), timeout_s=1)

    assert time.monotonic() - start < 2


def test_a_call_is_stopped_at_once():
    stop = threading.Event()
    stopping = threading.Timer(1, stop.set)
    start = time.monotonic()
    stopping.start()

    with pytest.raises(McpServerError, match=r"^Stopped by you\.$"):
        called(over_stdio("silent"), stop=stop)

    assert time.monotonic() - start < 2


def test_after_stop_no_program_is_started(tmp_path):
    stop = threading.Event()
    stop.set()
    trace = tmp_path / "started"
    program = f"open({str(trace)!r}, 'w')"

    with pytest.raises(McpServerError, match=r"^Stopped by you\.$"):
        called(AllowedServer("tests", sys.executable, ("-c", program)), stop=stop)

    assert not trace.exists()
