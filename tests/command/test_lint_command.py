"""Tools held against the rules of providers on the command line."""

import json

import pytest
from command_line import invoke, lines, run_program

STRICT = {
    "type": "object",
    "properties": {"city": {"type": "string", "description": "A city, such as Rome"}},
    "required": ["city"],
    "additionalProperties": False,
}


def toolset(parameters):
    function = {
        "name": "get_weather",
        "description": "Tell the weather of today in a city, in degrees.",
        "parameters": parameters,
    }
    return json.dumps([{"type": "function", "function": function}], indent=1).encode()


def test_tools_that_fit_print_nothing(kept):
    result = run_program("lint", kept("good.json", toolset(STRICT)), "--for", "openai-strict")

    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


def test_a_breach_is_a_line_with_its_rule_and_its_place(kept):
    path = kept("open.json", toolset({**STRICT, "additionalProperties": True}))

    result = run_program("lint", path, "--for", "openai-strict")

    assert result.returncode == 1
    [line] = lines(result.stdout)
    assert line.pop("message").startswith("OpenAI's strict mode closes every object")
    assert line == {
        "file": str(path),
        "rule": "OA-S-ADDL",
        "target": "openai-strict",
        "severity": "change",
        "tool": "get_weather",
        "path": "/0/function/parameters",
        "line": 7,
        "column": 4,
    }


def test_several_targets_are_named_with_commas(kept):
    path = kept("open.json", toolset({**STRICT, "additionalProperties": True}))

    found = lines(invoke("lint", path, "--for", "openai-strict,anthropic-strict").stdout_bytes)

    assert {line["target"] for line in found} == {"openai-strict", "anthropic-strict"}


def test_advice_alone_is_no_problem(kept):
    path = kept("terse.json", b'[{"name": "now"}]')

    result = invoke("lint", path, "--for", "openai")

    assert result.return_value == 0
    assert {line["severity"] for line in lines(result.stdout_bytes)} == {"advice"}


def test_what_is_wrong_with_the_tools_themselves_is_told_with_it(kept):
    path = kept("bad.json", b'[{"name": "now"},\n 5]')

    result = invoke("lint", path, "--for", "openai")

    assert result.return_value == 1
    first = lines(result.stdout_bytes)[0]
    assert (first["rule"], first["path"], first["line"]) == ("check", "/1", 2)


def test_tools_of_another_form_are_judged_without_lines(kept):
    tool = {"name": "now", "description": "Tell the time of day.", "inputSchema": {"type": 5}}
    path = kept("mcp.json", json.dumps({"tools": [tool]}).encode())

    found = lines(invoke("lint", path, "--for", "openai").stdout_bytes)

    assert found
    assert {line["line"] for line in found} == {None}


@pytest.mark.parametrize("targets", ["openai,nobody", ",", ""])
def test_a_target_that_is_none_is_wrong_use(kept, targets):
    result = run_program("lint", kept("a.json", b"[]"), "--for", targets)

    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Error: Invalid value for '--for'" in result.stderr


def test_the_worst_of_several_files_is_the_exit_status(kept, tmp_path):
    good, bad = kept("good.json", toolset(STRICT)), kept("bad.json", b"[5]")

    assert invoke("lint", good, bad, "--for", "openai").return_value == 1
    assert invoke("lint", tmp_path / "none", bad, "--for", "openai").return_value == 2
