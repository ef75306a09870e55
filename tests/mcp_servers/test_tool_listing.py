"""A live server's tools, asked for over a real connection."""

import sys
import time
from pathlib import Path

import pytest

from switchboard.mcp_servers import AllowedServer, ToolListing

pytest.importorskip("mcp", reason="requirements-mcp.txt is not installed")

SCRIPT = str(Path(__file__).parent / "serving_tools.py")


def served(*arguments, **more):
    return AllowedServer("tests", sys.executable, (SCRIPT, *arguments), **more)


def listed(server, **more):
    listing = ToolListing(server, **more)
    listing.start()
    assert listing.wait(60)
    return listing


def test_the_tools_of_a_server_over_stdio_are_listed():
    listing = listed(served())

    assert listing.error is None
    (tool,) = listing.answer["tools"]
    assert (tool["name"], tool["description"]) == ("get_weather", "The weather of a city.")
    assert tool["inputSchema"]["required"] == ["city"]


def test_the_tools_of_a_server_over_http_are_listed(http_server):
    listing = listed(AllowedServer("tests", url=http_server))

    assert [tool["name"] for tool in listing.answer["tools"]] == ["get_weather"]


def test_a_program_that_is_not_there_is_an_error_in_words():
    listing = listed(AllowedServer("tests", "no-such-program-4711"))

    assert listing.answer is None
    assert listing.error.message.startswith("tests gave no tools: ")
    assert listing.error.advice == "Does the program start when the operator runs it by hand?"


def test_a_program_that_ends_at_once_is_an_error_in_words():
    listing = listed(served("broken"))

    assert listing.error.message.startswith("tests gave no tools: ")


def test_an_address_where_nobody_listens_is_an_error_that_does_not_show_it():
    listing = listed(AllowedServer("tests", url="http://127.0.0.1:9/mcp?key=hidden"))

    assert listing.error.advice == "Is the server running, and is that its MCP address?"
    assert "hidden" not in listing.error.message


def test_a_silent_server_is_given_up_after_the_time_allowed():
    listing = listed(served("silent"), timeout_s=1)

    assert listing.error.message == "tests did not answer within 1 s."


def test_a_listing_can_be_stopped_and_the_program_is_ended_with_it():
    listing = ToolListing(served("silent"))
    listing.start()
    time.sleep(1)

    listing.stop()

    assert listing.wait(10)
    assert listing.error.message == "Stopped by you."


@pytest.mark.parametrize("answer", [{}, {"protocolVersion": "x", "y": 1}], ids=["nothing", "odd"])
def test_an_answer_that_is_none_of_mcp_is_an_error_in_words(answering, answer):
    listing = listed(AllowedServer("tests", url=answering({"result": answer})))

    assert listing.error.message == "tests gave no tools: its answer is not what MCP asks for."


def test_a_key_that_the_server_repeats_is_not_shown(answering):
    refusal = {"error": {"code": -1, "message": "No token4711 at /?key=hidden4711 is known."}}
    url = answering(refusal)

    listing = listed(
        AllowedServer(
            "tests", url=f"{url}?key=hidden4711", headers={"Authorization": "Bearer token4711"}
        )
    )

    assert listing.error.message == "tests gave no tools: No ••• at /?••• is known."
