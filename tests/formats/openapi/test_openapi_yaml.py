"""YAML as JSON: the core schema of 1.2, within bounds, every slip told with its place."""

import pytest

from switchboard.formats.openapi import is_openapi, read_openapi
from switchboard.formats.openapi.texts import read_value


def read(text):
    return read_value(text, lambda _: None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-01-01", "2026-01-01"),
        ("2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z"),
        ("no", "no"),
        ("on", "on"),
        ("0123", "0123"),
        ("1_000", "1_000"),
        ("12:30:00", "12:30:00"),
        ("0x1F", "0x1F"),
        ("true", True),
        ("True", True),
        ("~", None),
        ("", None),
        ("7", 7),
        ("-7.5", -7.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("'7'", "7"),
        ("!!str 7", "7"),
        ("|\n  a\n  b", "a\nb"),
        (">\n  a\n  b", "a b"),
    ],
)
def test_a_scalar_is_what_yaml_1_2_says(text, value):
    found, problems = read(f"a: {text}")

    assert (found, problems) == ({"a": value}, ())
    assert type(found["a"]) is type(value)


def test_keys_are_texts_as_they_are_written():
    assert read("200: a\ntrue: b\n'3': c")[0] == {"200": "a", "true": "b", "3": "c"}


def test_anchors_and_merges_are_followed():
    text = "base: &b {a: 1, b: 2}\none: {<<: *b, b: 3}\ntwo: *b\nthree: {<<: [*b, {c: 4}]}"

    assert read(text)[0] == {
        "base": {"a": 1, "b": 2},
        "one": {"b": 3, "a": 1},
        "two": {"a": 1, "b": 2},
        "three": {"a": 1, "b": 2, "c": 4},
    }


def test_a_key_written_twice_is_told_with_its_place():
    value, (problem,) = read("a:\n  b: 1\n  c: 2\n  b: 3")

    assert value == {"a": {"b": 3, "c": 2}}
    assert problem.message.startswith("`b` is written twice in the same object")
    assert (problem.path, problem.line, problem.column) == (("a", "b"), 4, 3)


@pytest.mark.parametrize(
    ("text", "told", "line"),
    [
        ("a: b: c", "This is not YAML: mapping values are not allowed in this context.", 1),
        ("a:\n  - [1", "This is not YAML: did not find expected ',' or ']'.", 2),
        ("a: &x\n  b: *x", "The alias `*x` stands before what it names, or inside of it.", 2),
        ("? [a]\n: b", "A key must be a text; this is a list or an object.", 1),
        ("a: 1\n---\nb: 2", "There is more than one YAML document in this text. Keep one.", 2),
        ("a: \x07", "This has a character that no YAML text may hold. Remove it.", None),
        ("[" * 200, "This is nested more than 150 levels deep.", 1),
    ],
)
def test_a_text_that_cannot_be_read_is_told_where(text, told, line):
    value, problems = read(text)

    assert value is None
    assert (problems[-1].message, problems[-1].line) == (told, line)


def test_a_tag_of_some_language_makes_nothing():
    value, (problem,) = read("a: !!python/object/apply:os.system ['true']\nb: !Ref x")

    assert value == {"a": ["true"], "b": "x"}
    assert problem.message == "The tag `!Ref` means nothing here; it was passed over."


def test_aliases_of_aliases_are_bounded():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    value, (problem,) = read("\n".join(lines))

    assert value is None
    assert problem.message == "The aliases of this text stand for more than a million values."


@pytest.mark.parametrize(
    ("text", "name", "is_one"),
    [
        ("openapi: 3.0.0", "", True),
        ('{"info": {}, "swagger": "2.0"}', "", True),
        ('{\n  "openapi": "3.1.0"}', "", True),
        ("a: b", "x.yaml", True),
        ('[{"name": "openapi"}]', "x.json", False),
        ("def openapi(): ...", "", False),
    ],
)
def test_a_document_is_known_by_what_it_says_or_its_files_name(text, name, is_one):
    assert is_openapi(text, name) == is_one


def test_a_swagger_version_without_quotes_is_understood():
    assert read_openapi("swagger: 2.0\npaths: {}").version == "2.0"
