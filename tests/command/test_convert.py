"""Tools in another format on the command line."""

import json

import pytest
from command_line import invoke, lines, run_program

PARAMETERS = {"type": "object", "properties": {"city": {"type": "string"}}}
TOOLS = json.dumps(
    [
        {
            "type": "function",
            "function": {"name": "f", "description": "Té", "parameters": PARAMETERS},
            "x-switchboard": {"output_schema": {"type": "string"}},
        }
    ]
).encode()


def test_the_document_is_on_standard_output_and_losses_are_beside_it(kept):
    result = run_program("convert", kept("tools.json", TOOLS), "--to", "anthropic")

    assert result.returncode == 0
    assert json.loads(result.stdout) == [
        {"name": "f", "description": "Té", "input_schema": PARAMETERS}
    ]
    [loss] = lines(result.stderr)
    assert (loss["tool"], "`output_schema`" in loss["message"]) == ("f", True)


def test_what_a_format_can_hold_comes_back_the_same():
    there = run_program("convert", "-", "--to", "mcp", stdin=TOOLS)
    back = run_program("import", "-", "--from", "mcp", stdin=there.stdout)

    assert there.stderr == b""
    assert json.loads(back.stdout) == json.loads(TOOLS)


def test_a_file_that_is_partly_understood_is_converted_with_its_problems_told(kept):
    path = kept("tools.json", b'[{"name": "f"},\n 5]')

    result = invoke("convert", path, "--to", "openai-responses")

    assert result.return_value == 1
    assert [tool["name"] for tool in json.loads(result.stdout)] == ["f"]
    [problem] = [line for line in lines(result.stderr_bytes) if "file" in line]
    assert (problem["file"], problem["line"], problem["path"]) == (str(path), 2, "/1")


def test_a_file_without_a_tool_gives_no_document(kept):
    result = invoke("convert", kept("bad.json", b"[5]"), "--to", "anthropic")

    assert (result.return_value, result.stdout_bytes) == (1, b"")


@pytest.mark.parametrize(
    "words",
    [["a.json"], ["a.json", "--to", "nothing"], ["a.json", "--to", "openapi"], ["--to", "mcp"]],
    ids=["no format", "no such format", "only read", "no file"],
)
def test_wrong_use_is_a_sentence_and_status_two(words):
    result = run_program("convert", *words)

    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Error: " in result.stderr
    assert b"Traceback" not in result.stderr
