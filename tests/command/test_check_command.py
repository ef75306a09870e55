"""Toolsets checked on the command line."""

from command_line import invoke, lines, run_program

GOOD = b'[{"type": "function", "function": {"name": "f"}}]'
BAD = b'[{"name": "f",\n  "parameters": {"type": "object", "properties": {"a/b": 5}}}]'


def test_a_good_toolset_prints_nothing(kept):
    result = run_program("check", kept("good.json", GOOD))

    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


def test_each_problem_is_a_line_with_its_place(kept):
    path = kept("bad.json", BAD)

    result = run_program("check", path)

    assert result.returncode == 1
    assert lines(result.stdout) == [
        {
            "file": str(path),
            "line": 2,
            "column": 51,
            "path": "/0/parameters/properties/a~1b",
            "keyword": "type",
            "message": "`a/b` must be an object or `true` or `false`; it is the number `5`.",
        }
    ]


def test_a_dash_is_standard_input():
    result = run_program("check", "-", stdin=b"[5]")

    assert result.returncode == 1
    [line] = lines(result.stdout)
    assert (line["file"], line["path"], line["column"]) == ("-", "/0", 2)


def test_the_worst_of_several_files_is_the_exit_status(kept, tmp_path):
    good, bad = kept("good.json", GOOD), kept("bad.json", BAD)

    assert invoke("check", good, bad).return_value == 1
    assert invoke("check", bad, good).return_value == 1
    assert invoke("check", tmp_path / "none.json", bad, good).return_value == 2


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path):
    result = invoke("check", tmp_path / "none.json")

    assert result.stderr == f"{tmp_path / 'none.json'} can't be read: No such file or directory.\n"


def test_bytes_that_are_no_utf8_are_a_problem_at_their_place(kept):
    result = invoke("check", kept("latin.json", b'[\n{"name": "' + b'\xe9"}]'))

    assert result.return_value == 1
    [line] = lines(result.stdout_bytes)
    assert (line["line"], line["column"]) == (2, 11)
    assert line["message"] == "This is not text in UTF-8. Save it as UTF-8."


def test_a_file_that_a_windows_editor_saved_is_read(kept):
    marked, wide = (GOOD.decode().encode(encoding) for encoding in ("utf-8-sig", "utf-16"))

    assert invoke("check", kept("marked.json", marked), kept("wide.json", wide)).return_value == 0


def test_no_file_is_wrong_use():
    result = run_program("check")

    assert result.returncode == 2
    assert b"Missing argument" in result.stderr
