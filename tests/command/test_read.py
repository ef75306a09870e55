"""Recorded replies on the command line: what is told of each."""

import json

import pytest
from reading import HELLO, REFUSED, lines, read, run
from scripted_replies import call_stream, completion_json, text_stream


def test_a_call_written_as_text_is_noted(kept):
    text = '<tool_call>{"name": "get_weather", "arguments": {}}</tool_call>'

    (line,) = lines(read(kept("call.sse", b"".join(text_stream(text)))).stdout_bytes)

    assert line["notes"] == ["The text looks like an unparsed tool call: 'get_weather'."]


def test_a_stream_is_one_line_with_everything_that_was_read_of_it(kept):
    path = kept("hello.sse", HELLO)

    result = run(path)

    assert (result.returncode, result.stderr) == (0, b"")
    assert lines(result.stdout) == [
        {
            "file": str(path),
            "choices": [
                {
                    "index": 0,
                    "content": "Hello there",
                    "reasoning": None,
                    "refusal": None,
                    "tool_calls": [],
                    "finish_reason": "stop",
                }
            ],
            "usage": {"prompt_tokens": 12, "completion_tokens": 7, "total_tokens": 19},
            "notes": [],
            "error": None,
            "complete": True,
        }
    ]


def test_calls_have_their_arguments_as_text_and_parsed(kept):
    stream = call_stream([("get_weather", {"city": "巴黎"}), ("get_time", {})])
    broken = b"".join(call_stream([("get_weather", '{"city" "巴黎"}')]))

    [good, torn] = lines(read(kept("a.sse", b"".join(stream)), kept("b.sse", broken)).stdout_bytes)

    assert good["choices"][0]["tool_calls"] == [
        {
            "id": "call_1",
            "name": "get_weather",
            "arguments": '{"city": "巴黎"}',
            "parsed": {"city": "巴黎"},
        },
        {"id": "call_2", "name": "get_time", "arguments": "{}", "parsed": {}},
    ]
    assert torn["choices"][0]["tool_calls"][0]["arguments"] == '{"city" "巴黎"}'
    assert torn["choices"][0]["tool_calls"][0]["parsed"] is None


def test_a_call_without_an_id_is_given_the_same_one_each_time(kept):
    stream = b"".join(call_stream([("get_time", {})])).replace(b'"id": "call_1", ', b"")

    first, second = (read(kept("a.sse", stream)).stdout_bytes for _ in range(2))

    assert first == second
    [line] = lines(first)
    assert line["choices"][0]["tool_calls"][0]["id"] == "own_1"
    assert line["notes"] == ["The gateway gave a call no id; it was given one of our own."]


def test_an_error_reply_is_told_and_gives_status_one(kept):
    result = run(kept("limit.json", REFUSED), "--status", 429)

    assert result.returncode == 1
    [line] = lines(result.stdout)
    assert line["choices"] == []
    assert line["complete"] is False
    assert line["error"] == {
        "status": 429,
        "message": "The gateway refused the request (429 Too Many Requests): Slow down",
        "type": "requests",
        "param": None,
        "code": "rate_limit_exceeded",
    }


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("060_groq_error_tools_400.json", 400),
        ("error_429.json", 429),
        ("http-503", 503),
        ("502.html", 502),
        ("limit.json", None),
        ("429_cities.json", None),
        ("port_8429.json", None),
        ("errors_of_week_4291.json", None),
    ],
)
def test_a_name_that_ends_in_an_errors_status_tells_it(kept, name, status):
    result = read(kept(name, REFUSED))

    assert result.return_value == 1
    assert lines(result.stdout_bytes)[0]["error"]["status"] == status


def test_a_status_that_is_said_counts_more_than_the_name(kept):
    [line] = lines(read(kept("error_429.sse", HELLO), "--status", 200).stdout_bytes)

    assert (line["error"], line["complete"]) == (None, True)


@pytest.mark.parametrize(
    ("name", "body", "options", "notes"),
    [
        ("a.sse", HELLO, [], []),
        ("a.SSE", HELLO, [], []),
        ("a.json", completion_json("Hello there"), [], []),
        ("a.txt", completion_json("Hello there"), [], []),
        (
            "a.json",
            HELLO,
            [],
            ["The gateway sent an event stream labelled as something else."],
        ),
        ("a.json", HELLO, ["--content-type", "text/event-stream"], []),
        (
            "a.sse",
            completion_json("Hello there"),
            [],
            ["The gateway labelled a plain JSON reply as an event stream."],
        ),
    ],
)
def test_the_name_or_the_option_or_the_first_bytes_tell_the_form(kept, name, body, options, notes):
    [line] = lines(read(kept(name, body), *options).stdout_bytes)

    assert line["choices"][0]["content"] == "Hello there"
    assert line["notes"] == notes
    assert line["error"] is None


def test_a_cut_stream_keeps_what_had_arrived(kept):
    result = read(kept("cut.sse", HELLO[: HELLO.index(b"there")]))

    assert result.return_value == 1
    [line] = lines(result.stdout_bytes)
    assert line["choices"][0]["content"] == "Hello "
    assert line["error"]["message"].startswith("The stream ended before the answer did")
    assert line["complete"] is False


def test_words_after_an_error_in_a_stream_are_kept_too(kept):
    late = b'data: {"error":"busy"}\n\ndata: {"choices":[{"index":0,"delta":{"content":"late"}}]}'

    [line] = lines(read(kept("late.sse", late)).stdout_bytes)

    assert line["choices"][0]["content"] == "late"
    assert "busy" in line["error"]["message"]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00\xff\xfe",
        b"<html><title>Sign in</title></html>",
        b"Internal Server Error",
        b'{"choices": [{"message": {"content": "\\ud83d"}}], "usage": {"prompt_tokens": 1e999}}',
        b"[" * 100_000,
        b'{"error": {"message": "half \\ud83d"}}',
    ],
    ids=["nothing", "bytes", "page", "words", "half an emoji", "deep", "half in an error"],
)
def test_any_body_gives_one_line_of_json(kept, body):
    result = read(kept("any", body))

    assert result.exception is None
    [line] = result.stdout_bytes.decode().splitlines()
    assert json.loads(line, parse_constant=pytest.fail)["file"].endswith("any")
