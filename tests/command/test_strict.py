"""Tools made strict on the command line."""

import json

from command_line import invoke, lines, run_program

OPEN = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "unit": {"type": "string"}},
    "required": ["city"],
}
STRICT = {
    "type": "object",
    "properties": {"city": {"type": "string"}, "unit": {"type": ["string", "null"]}},
    "required": ["city", "unit"],
    "additionalProperties": False,
}


def entry(parameters, **more):
    return {"type": "function", "function": {"name": "f", "parameters": parameters, **more}}


def test_the_strict_toolset_is_on_standard_output_and_every_change_beside_it(kept):
    path = kept("tools.json", json.dumps([entry(OPEN)]).encode())

    result = run_program("strict", path)

    assert result.returncode == 0
    assert json.loads(result.stdout) == [entry(STRICT, strict=True)]
    assert ("f", "/parameters/properties/unit") in {
        (line["tool"], line["path"]) for line in lines(result.stderr)
    }
    assert all(line["change"] for line in lines(result.stderr))


def test_what_is_strict_already_comes_back_without_a_word():
    text = json.dumps([entry(STRICT, strict=True)]).encode()

    result = run_program("strict", "-", stdin=text)

    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout) == json.loads(text)


def test_a_tool_that_said_it_was_strict_and_was_not_is_mended(kept):
    path = kept("tools.json", json.dumps([entry(OPEN, strict=True)]).encode())

    result = invoke("strict", path)

    assert result.return_value == 0
    assert json.loads(result.stdout) == [entry(STRICT, strict=True)]


def test_what_stands_beside_a_function_stays(kept):
    beside = {"x-switchboard": {"examples": [{"city": "Rome"}]}, "cache": 1}
    path = kept("tools.json", json.dumps([entry(STRICT, strict=True) | beside]).encode())

    [tool] = json.loads(invoke("strict", path).stdout)

    assert tool == entry(STRICT, strict=True) | beside


def test_what_no_change_mends_is_told_and_gives_status_one(kept):
    path = kept("tools.json", b'[{"name": "f"},\n 5]')

    result = invoke("strict", path)

    assert result.return_value == 1
    assert [tool["function"]["name"] for tool in json.loads(result.stdout)] == ["f"]
    problem = lines(result.stderr_bytes)[0]
    assert (problem["file"], problem["line"], problem["path"]) == (str(path), 2, "/1")


def test_what_is_wrong_in_what_was_written_has_no_line_of_the_file(kept):
    wrong = {"type": "object", "properties": {"a": {"type": "strng"}}}
    path = kept("tools.json", json.dumps([entry(wrong)]).encode())

    result = invoke("strict", path)

    problem = lines(result.stderr_bytes)[0]
    assert (problem["path"], problem["line"]) == ("/0/function/parameters/properties/a/type", None)
