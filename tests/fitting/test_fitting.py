"""Single changes, each with what it makes of a schema and what it says."""

import pytest

from switchboard.fitting import fit
from tests.fitting.fitted_tools import (
    CLOSED_OBJECT,
    NUMBER,
    OPEN_OBJECT,
    TEXT,
    fitted,
    of_city,
    of_nodes,
    tool_with,
)

STRICT = {
    "a length is told in words": (
        {"type": "string", "minLength": 2, "description": "Which city"},
        {"type": "string", "description": "Which city. At least 2 characters."},
        ["`minLength` of `city` is dropped"],
    ),
    "a default is told in words": (
        {"type": "integer", "default": 3},
        {"type": "integer", "description": "Default: 3."},
        ["`default` of `city` is dropped"],
    ),
    "a format that is known stays": ({"type": "string", "format": "date"},) * 2 + ([],),
    "a format that is not known goes": (
        {"type": "string", "format": "uri", "description": "Where?"},
        {"type": "string", "description": "Where? Format: uri."},
        ["`format` of `city` is dropped"],
    ),
    "an object is closed": (
        OPEN_OBJECT,
        CLOSED_OBJECT,
        ["Other properties of `city` are refused"],
    ),
    "what is optional becomes nullable": (
        {**CLOSED_OBJECT, "required": []},
        {**CLOSED_OBJECT, "properties": {"a": {"type": ["string", "null"]}}},
        ["`a` becomes nullable"],
    ),
    "an enum takes null too": (
        {**CLOSED_OBJECT, "properties": {"a": {**TEXT, "enum": ["x"]}}, "required": []},
        {
            **CLOSED_OBJECT,
            "properties": {"a": {"type": ["string", "null"], "enum": ["x", None]}},
        },
        ["`a` becomes nullable"],
    ),
    "alternatives take null too": (
        {**CLOSED_OBJECT, "properties": {"a": {"anyOf": [TEXT, NUMBER]}}, "required": []},
        {**CLOSED_OBJECT, "properties": {"a": {"anyOf": [TEXT, NUMBER, {"type": "null"}]}}},
        ["`a` becomes nullable"],
    ),
    "what takes null already is only required": (
        {**CLOSED_OBJECT, "properties": {"a": {"type": ["string", "null"]}}, "required": []},
        {**CLOSED_OBJECT, "properties": {"a": {"type": ["string", "null"]}}},
        ["`a` becomes required"],
    ),
    "one of several": (
        {"oneOf": [TEXT, NUMBER]},
        {"anyOf": [TEXT, NUMBER]},
        ["`oneOf` of `city` becomes `anyOf`"],
    ),
    "all of one": (
        {"allOf": [TEXT], "description": "Which"},
        {"description": "Which", "type": "string"},
        ["`allOf` of `city` is merged"],
    ),
    "all of several": (
        {"allOf": [CLOSED_OBJECT, {"properties": {"a": {"pattern": "^x"}}}]},
        {
            **CLOSED_OBJECT,
            "properties": {"a": {"type": "string", "pattern": "^x"}},
        },
        ["`allOf` of `city` is merged"],
    ),
    "a row of entries": (
        {"type": "array", "prefixItems": [TEXT, NUMBER], "items": False},
        {"type": "array", "items": {"anyOf": [TEXT, NUMBER]}, "maxItems": 2},
        ["The entries of `city` become all alike"],
    ),
    "alternatives of what is required": (
        {**CLOSED_OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        {**CLOSED_OBJECT, "description": "Required: `a` or `b`."},
        ["Which properties of `city` are required is told in its description"],
    ),
}


@pytest.mark.parametrize(("schema", "becomes", "titles"), STRICT.values(), ids=STRICT)
def test_a_schema_is_made_strict(schema, becomes, titles):
    assert fitted(schema, "strict") == (becomes, titles)


GEMINI = {
    "null beside a type": (
        {"type": ["string", "null"]},
        {"type": "string", "nullable": True},
        ["Null for `city` becomes `nullable`"],
    ),
    "several types": (
        {"type": ["string", "number"]},
        {"anyOf": [TEXT, NUMBER]},
        ["The types of `city` become alternatives"],
    ),
    "null among alternatives": (
        {"anyOf": [NUMBER, {"type": "null"}], "description": "How many"},
        {"description": "How many", "nullable": True, "type": "number"},
        ["Null for `city` becomes `nullable`", "The only alternative of `city` takes its place"],
    ),
    "a constant": (
        {"const": "x"},
        {"enum": ["x"], "type": "string"},
        ["The constant `city` becomes an `enum` of one", "The values of `city` become text"],
    ),
    "numbers to choose from": (
        {"type": "integer", "enum": [1, 2], "default": 1},
        {"type": "string", "enum": ["1", "2"], "default": "1"},
        ["The values of `city` become text"],
    ),
    "an empty text to choose": (
        {"type": "string", "enum": ["x", ""]},
        {"type": "string", "enum": ["x"]},
        ["The empty text is no longer among the values of `city`"],
    ),
    "only an empty text to choose": (
        {"const": ""},
        TEXT,
        [
            "The constant `city` becomes an `enum` of one",
            "The empty text is no longer among the values of `city`",
            "The type of `city` becomes string",
        ],
    ),
    "an exclusive bound": (
        {"type": "integer", "exclusiveMinimum": 0},
        {"type": "integer", "minimum": 1},
        ["The exclusive bound of `city` becomes an inclusive one"],
    ),
    "an array of anything": (
        {"type": "array"},
        {"type": "array", "items": TEXT},
        ["The entries of `city` become text"],
    ),
    "anything": ({}, TEXT, ["The type of `city` becomes string"]),
    "a list of references": (
        {"type": "array", "items": {"$ref": "#/$defs/City"}},
        {"type": "array", "items": TEXT},
        ["The `$ref` of the entries of `city` is inlined"],
    ),
}


@pytest.mark.parametrize(("schema", "becomes", "titles"), GEMINI.values(), ids=GEMINI)
def test_a_schema_is_fitted_for_gemini(schema, becomes, titles):
    assert fitted(schema, "gemini", **{"$defs": {"City": TEXT}}) == (becomes, titles)


ALL = {
    "constants to choose from": (
        {"oneOf": [{"const": "x", "title": "X"}, {"const": "y"}]},
        {"enum": ["x", "y"], "type": "string"},
    ),
    "alternatives of several kinds": (
        {"anyOf": [TEXT, {"type": "array", "items": TEXT}], "description": "Which"},
        {"type": "string", "description": "Which"},
    ),
    "alternatives that are objects": (
        {"anyOf": [CLOSED_OBJECT, {**CLOSED_OBJECT, "properties": {"a": TEXT, "b": NUMBER}}]},
        {**OPEN_OBJECT, "properties": {"b": NUMBER, "a": TEXT}},
    ),
    "several types": ({"type": ["integer", "string", "null"]}, TEXT),
    "a default": (
        {"type": "boolean", "default": True},
        {"type": "boolean", "description": "Default: true."},
    ),
}


@pytest.mark.parametrize(("schema", "becomes"), ALL.values(), ids=ALL)
def test_a_schema_is_fitted_for_all(schema, becomes):
    assert fitted(schema, "all")[0] == becomes


def test_a_schema_that_contains_itself_keeps_its_reference_in_strict_mode():
    node = {**CLOSED_OBJECT, "properties": {"a": {"$ref": "#/$defs/Node"}}}
    fitting = fit(tool_with(of_nodes(node)), "strict")

    assert [each.id for each in fitting.changes] == ["strict #/strict"]
    assert fitting.left == ()


def test_a_schema_that_contains_itself_is_cut_off_for_gemini():
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}}
    fitting = fit(tool_with(of_nodes(node)), "gemini")

    assert fitting.after()["parameters"]["properties"]["city"] == {
        "type": "object",
        "properties": {"next": {"type": "object"}},
    }
    (cut,) = [each for each in fitting.changes if each.id.startswith("cut ")]
    assert cut.meaning == "`#/$defs/Node` contains itself; what is deeper is no longer described."
    assert cut.loosens


LEFT = {
    "a free-form object": ({"type": "object"}, "strict", ("city",), "Properties of any name"),
    "a map": (
        {"type": "object", "additionalProperties": TEXT},
        "strict",
        ("city",),
        "Properties of any name",
    ),
    "anything": ({}, "strict", ("city",), "Anything is taken by `city`."),
    "any value": (True, "strict", ("city",), "Anything is taken by `city`."),
    "what cannot be merged": (
        {"allOf": [{"pattern": "a"}, {"pattern": "b"}], "type": "string"},
        "strict",
        ("city", "allOf"),
        "`allOf` of `city` cannot be put into one schema.",
    ),
    "a property with a dash": (
        {"type": "object", "properties": {"a-b": TEXT}},
        "gemini",
        ("city", "properties", "a-b"),
        "The property name `a-b` is refused",
    ),
}


@pytest.mark.parametrize(("schema", "goal", "path", "says"), LEFT.values(), ids=LEFT)
def test_what_cannot_be_mended_is_said(schema, goal, path, says):
    (problem,) = fit(tool_with(of_city(schema)), goal).left

    assert problem.path == ("parameters", "properties", *path)
    assert problem.message.startswith(says)


def test_a_schema_with_faults_of_its_own_is_left_as_it_is():
    fitting = fit(tool_with(of_city({"type": "text"})), "strict")

    assert fitting.after() == {**fitting.before, "strict": True}
    assert fitting.left[0].message.startswith("Mend this first: ")
    assert fitting.left[0].path == ("parameters", "properties", "city", "type")
