"""Calls checked on the command line, a line in and a line out."""

import json
import subprocess
import sys

import pytest
from command_line import ROOT, invoke, lines, run_program

TOOLS = b"""[{"type": "function", "function": {"name": "get_weather", "parameters": {
  "type": "object", "properties": {"city": {"type": "string"}, "days": {"type": "integer"}},
  "required": ["city"]}}}, {"name": "now"}]"""
CITY_IS_MISSING = {
    "path": "",
    "keyword": "required",
    "message": "`city` is required but missing.",
}
DAYS_ARE_TEXT = {
    "path": "/days",
    "keyword": "type",
    "message": '`days` must be an integer; it is the string `"3"`.',
}


@pytest.fixture
def toolset(kept):
    return kept("tools.json", TOOLS)


def answers(toolset, *calls):
    written = "\n".join(json.dumps(call) for call in calls).encode()
    return lines(invoke("check-calls", toolset, stdin=written).stdout_bytes)


@pytest.mark.parametrize("as_text", [False, True], ids=["object", "text"])
def test_arguments_are_an_object_or_the_text_a_model_wrote(toolset, as_text):
    written = [{"city": "Rome"}, {"days": "3"}]
    calls = [
        {"tool": "get_weather", "arguments": json.dumps(each) if as_text else each}
        for each in written
    ]

    assert answers(toolset, *calls) == [
        {"valid": True, "problems": []},
        {"valid": False, "problems": [DAYS_ARE_TEXT, CITY_IS_MISSING]},
    ]


def test_the_exit_status_says_whether_all_were_valid(toolset):
    good, bad = b'{"tool": "now", "arguments": {}}', b'{"tool": "then", "arguments": {}}'

    assert run_program("check-calls", toolset, stdin=good).returncode == 0
    assert run_program("check-calls", toolset, stdin=bad + b"\n" + good).returncode == 1
    assert run_program("check-calls", "--tools", toolset, stdin=good).returncode == 0
    assert run_program("check-calls", toolset, stdin=b"").returncode == 0


# id: line, pointer, words
ODD = {
    "no JSON": (b"{tool: 1}", "", "`tool` has no quotes"),
    "a number": (b"5", "", "A line is an object"),
    "no tool": (b'{"arguments": {}}', "", "A line is an object"),
    "a tool that is a number": (b'{"tool": 5, "arguments": {}}', "", "a tool's name, or a tool"),
    "a tool that is not there": (b'{"tool": "x", "arguments": {}}', "", 'No tool is called `"x"`'),
    "no arguments": (b'{"tool": "get_weather"}', "", "The arguments are empty"),
    "arguments that are a list": (
        b'{"tool": "now", "arguments": [1]}',
        "",
        "must be a JSON object",
    ),
    "text that is no JSON": (b'{"tool": "now", "arguments": "{"}', "", "The text ends too early"),
    "a key written twice": (
        b'{"tool": "get_weather", "arguments": {"city": "a", "city": "b"}}',
        "/city",
        "is written twice",
    ),
    "no UTF-8": (b'{"tool": "\xff"}', "", "not text in UTF-8"),
    "half an emoji": (b'{"tool": "\\ud83d", "arguments": {}}', "", "half of a surrogate pair"),
    "deep": (b"[" * 5_000, "", "nested more than 100 levels"),
}


@pytest.mark.parametrize(("line", "pointer", "words"), ODD.values(), ids=ODD.keys())
def test_any_line_has_its_line(toolset, line, pointer, words):
    result = invoke("check-calls", toolset, stdin=line + b"\n\n")

    [found] = lines(result.stdout_bytes)
    assert result.return_value == 1
    assert found["valid"] is False
    assert found["problems"][0]["path"] == pointer
    assert words in found["problems"][0]["message"]


def test_a_call_can_bring_its_tool_along():
    tool = {"name": "f", "parameters": {"type": "object", "properties": {"n": {"type": "null"}}}}
    written = json.dumps({"tool": tool, "arguments": {"n": 1}}).encode()

    result = run_program("check-calls", stdin=written)

    assert lines(result.stdout)[0]["problems"][0]["path"] == "/n"


def test_each_answer_comes_before_the_next_call_is_written(toolset):
    command = [sys.executable, "-m", "switchboard", "check-calls", str(toolset)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    ) as checking:
        for arguments, valid in (({}, False), ({"city": "Rome"}, True), ({"city": 1}, False)):
            call = {"tool": "get_weather", "arguments": arguments}
            checking.stdin.write(json.dumps(call).encode() + b"\n")
            checking.stdin.flush()
            assert json.loads(checking.stdout.readline())["valid"] is valid
        checking.stdin.close()

    assert checking.returncode == 1


def test_a_toolset_with_a_problem_says_so_and_its_calls_are_checked(kept):
    path = kept("bad.json", b'[{"name": "f", "parameters": {"type": "object", "required": 5}}]')

    result = invoke("check-calls", path, stdin=b'{"tool": "f", "arguments": {}}')

    assert "`required` must be a list" in lines(result.stderr_bytes)[0]["message"]
    assert (
        "the schema has problems itself" in lines(result.stdout_bytes)[0]["problems"][0]["message"]
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.json"], b"none.json can't be read: No such file or directory.\n"),
        (["Makefile"], b"Makefile holds no tools.\n"),
        (["a", "--tools", "b"], b"Name the toolset once."),
    ],
)
def test_a_toolset_that_is_none_is_wrong_use(words, said):
    result = run_program("check-calls", *words, stdin=b'{"tool": "f", "arguments": {}}')

    assert (result.returncode, result.stdout) == (2, b"")
    assert said in result.stderr
    assert b"Traceback" not in result.stderr
