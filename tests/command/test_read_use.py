"""The command among other programs: its input, its output and its exit status."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from reading import HELLO, REFUSED, ROOT, lines, read, run
from scripted_replies import completion_json


def test_a_dash_is_standard_input():
    result = run("-", stdin=completion_json("Hello"))

    assert result.returncode == 0
    [line] = lines(result.stdout)
    assert (line["file"], line["choices"][0]["content"]) == ("-", "Hello")


def test_a_file_that_is_not_there_is_wrong_use_and_the_others_are_read(kept, tmp_path):
    result = run(tmp_path / "none.sse", kept("limit.json", REFUSED), kept("a.sse", HELLO))

    assert result.returncode == 2
    assert [line["complete"] for line in lines(result.stdout)] == [False, True]
    assert result.stderr.decode() == (
        f"{tmp_path / 'none.sse'} can't be read: No such file or directory.\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [[], ["--status", "abc", "-"], ["--status", "42", "-"], ["--nonsense", "-"]],
    ids=["no file", "a word as status", "no such status", "no such option"],
)
def test_wrong_use_is_a_sentence_and_status_two(arguments):
    result = run(*arguments)

    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Error: " in result.stderr
    assert b"Traceback" not in result.stderr


def test_a_folder_is_wrong_use(tmp_path):
    result = read(tmp_path)

    assert result.return_value == 2
    assert result.stderr == f"{tmp_path} can't be read: Is a directory.\n"


def test_lines_are_utf8_whatever_the_terminal_speaks(kept):
    path = kept("b.json", completion_json("入口 ✅ ü"))

    result = run(path, env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"})

    assert "入口 ✅ ü".encode() in result.stdout


def test_whoever_stops_reading_sees_no_traceback(kept):
    paths = [str(kept(f"{number}.sse", HELLO)) for number in range(200)]
    command = [sys.executable, "-m", "switchboard", "read", *paths]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
    ) as reading:
        reading.stdout.readline()
        reading.stdout.close()
        said = reading.stderr.read()

    assert said == b""
    assert reading.returncode in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told_in_a_sentence(kept):
    path = kept("a.sse", HELLO)
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "switchboard", "read", str(path)]
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=ROOT)

    assert result.returncode == 2
    assert result.stderr == b"The output can't be written: No space left on device.\n"


def test_help_says_what_the_exit_status_means():
    result = run("--help")

    assert result.returncode == 0
    assert b"Exit status: 0 all were read, 1 an error reply" in result.stdout
