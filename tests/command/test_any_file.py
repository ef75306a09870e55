"""Every command that reads tools, on any file and among other programs."""

import json
import os
import subprocess
import sys

import pytest
from command_line import ROOT, run_program

from switchboard.command.program import main

COMMANDS = {
    "check": ["check"],
    "lint": ["lint"],
    "convert": ["convert", "--to", "anthropic"],
    "strict": ["strict"],
    "import": ["import"],
    "import all": ["import", "--all"],
}
BODIES = {
    "nothing": b"",
    "spaces": b" \n ",
    "bytes": b"\x00\xff\xfe",
    "words": b"Buy milk.",
    "a number": b"5",
    "null": b"null",
    "a list of everything": b'[null, 5, "a", [], {}, true, {"name": 5}, {"function": []}]',
    "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 5_000,
    "half an emoji": b'[{"name": "f", "description": "\\ud83d"}]',
    "a number too large": b'[{"name": "f", "parameters": {"minimum": 1e999}}]',
    "endless": b'[{"name": "f", "parameters": {"type": "object", "$ref": "#"}}]',
    "no schema": b'[{"name": "f", "parameters": {"properties": {"a": 5}, "required": null}}]',
    "OpenAPI of nothing": b"openapi: 3.1.0\n",
    "OpenAPI of anything": b'{"openapi": "3.0.0", "paths": {"/a": {"get": 5}, "b": []}}',
    "YAML bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nopenapi: 3.1.0\npaths: [*b, *b]\n",
    "Python": b"def f(a: int) -> str:\n    '''F.'''\n",
    "broken Python": b"def f(a: int ->\n",
    "cURL": b'curl https://example.com -d \'{"tools": [{"type": "function"}]}\'\n',
    "a whole request": b'{"model": "m", "messages": [], "tools": [{"name": "f"}]}',
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_any_file_is_answered_with_an_exit_status(capsys, kept, command, body):
    status = main([*command, str(kept("any", body))])

    assert status in (0, 1, 2)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_closed_standard_input_is_told_in_a_sentence(command):
    program = [sys.executable, "-m", "switchboard", *command, "-"]
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", *program]

    result = subprocess.run(closed, capture_output=True, cwd=ROOT, timeout=60)

    assert (result.returncode, result.stdout) == (2, b"")
    assert result.stderr == b"- can't be read: it is closed.\n"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_a_file_with_any_name_is_read(tmp_path, command):
    path = os.fsencode(tmp_path) + b"/\xff\n.json"
    with open(path, "wb") as file:
        file.write(b'[{"name": "f g"}]')
    program = [os.fsencode(sys.executable), b"-m", b"switchboard", *map(str.encode, command), path]

    result = subprocess.run(program, capture_output=True, cwd=ROOT, timeout=60)

    assert result.returncode in (0, 1, 2)
    assert b"Traceback" not in result.stderr
    assert result.stdout.decode().isprintable() or "\n" in result.stdout.decode()


def test_what_is_written_is_utf8_whatever_the_terminal_speaks():
    text = json.dumps([{"name": "f", "description": "入口 ✅ ü"}]).encode()
    plain = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}

    for command in (["strict"], ["import"], ["convert", "--to", "mcp"]):
        result = run_program(*command, "-", stdin=text, env=plain)

        assert "入口 ✅ ü".encode() in result.stdout


def test_whoever_stops_reading_sees_no_traceback(kept):
    tools = [{"name": f"f {at}"} for at in range(100)]
    path = kept("many.json", json.dumps(tools).encode())
    program = [sys.executable, "-m", "switchboard", "lint", *[str(path)] * 5]
    with subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as running:
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()

    assert said == b""
    assert running.returncode in (0, 1)


@pytest.mark.parametrize("command", ["check", "check-calls", "lint", "convert", "strict", "import"])
def test_help_is_short_and_says_what_the_exit_status_means(command):
    result = run_program(command, "--help")

    assert result.returncode == 0
    assert b"Exit status: 0 " in result.stdout
    assert result.stdout.count(b"\n") < 30
