"""Results of ``tools/call`` as a model is told them."""

import pytest

from switchboard.errors import McpServerError
from switchboard.mcp_servers import AllowedServer, ToolReply
from switchboard.mcp_servers.replies import tool_reply

SERVER = AllowedServer("tests", "run")


@pytest.mark.parametrize(
    ("result", "text"),
    [
        ({"content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}, "a\nb"),
        ({"content": [], "structuredContent": {"ü": 1}}, '{"ü": 1}'),
        ({"content": [], "structuredContent": 0}, "0"),
        ({"content": [{"type": "text", "text": "a"}], "structuredContent": []}, "[]"),
        ({"content": []}, ""),
        ({}, ""),
        ({"content": [{"type": "audio", "mimeType": "audio/wav"}]}, "[audio: audio/wav]"),
        (
            {"content": [{"type": "resource_link", "uri": "file:///a"}]},
            "[resource link: file:///a]",
        ),
        (
            {"content": [{"type": "resource", "resource": {"uri": "file:///a", "text": "all"}}]},
            "all",
        ),
        (
            {"content": [{"type": "resource", "resource": {"uri": "file:///a", "blob": "AAAA"}}]},
            "[resource: file:///a]",
        ),
        ({"content": [{"type": "new"}]}, "[new]"),
    ],
    ids=[
        "texts",
        "structured",
        "zero",
        "structured beside text",
        "no part",
        "no content",
        "audio",
        "a link",
        "an embedded text",
        "an embedded file",
        "a part of another kind",
    ],
)
def test_a_result_is_told_as_text(result, text):
    assert tool_reply(SERVER, "get", result) == ToolReply(text, is_error=False)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("a" * 1_048_576, "a" * 1_048_576),
        (
            "a" * 1_048_577,
            "a" * 1_048_576 + "\n[Cut here by Switchboard: the reply is longer than 1 MiB.]",
        ),
        (
            "a" * 1_048_575 + "é",
            "a" * 1_048_575 + "\n[Cut here by Switchboard: the reply is longer than 1 MiB.]",
        ),
    ],
    ids=["a mebibyte", "a byte more", "within a character"],
)
def test_a_reply_longer_than_a_mebibyte_is_cut_and_says_so(said, kept):
    reply = tool_reply(SERVER, "get", {"content": [{"type": "text", "text": said}]})

    assert reply.text == kept


def test_a_result_may_say_that_it_is_an_error():
    result = {"content": [{"type": "text", "text": "no"}], "isError": True}

    assert tool_reply(SERVER, "get", result) == ToolReply("no", is_error=True)


def test_a_server_that_asks_back_is_an_error_in_words():
    with pytest.raises(McpServerError, match=r"^tests asks a person for more before get answers"):
        tool_reply(SERVER, "get", {"resultType": "input_required"})


def test_keys_are_what_is_named_like_one_and_is_long():
    server = AllowedServer(
        "tests",
        command="run",
        arguments=("--api-key=arg-4711x", "--mode=production", "-y"),
        environment={"API_KEY": "env-4711x", "MODE": "production", "TOKEN": "short"},
    )

    assert server.keys == {"arg-4711x", "env-4711x"}
