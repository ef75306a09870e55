"""Gemini's ``Schema`` as JSON Schema and back."""

import pytest

from switchboard.formats.json_forms.gemini_schema_reading import from_gemini
from switchboard.formats.json_forms.gemini_schema_writing import misfits, to_gemini

PAIRS = [
    pytest.param({"type": "STRING"}, {"type": "string"}, id="a type"),
    pytest.param(
        {"type": "INTEGER", "nullable": True}, {"type": ["integer", "null"]}, id="nullable"
    ),
    pytest.param(
        {"type": "STRING", "enum": ["a", "b"], "nullable": True},
        {"type": ["string", "null"], "enum": ["a", "b", None]},
        id="a nullable enum takes null",
    ),
    pytest.param(
        {"anyOf": [{"type": "STRING"}, {"type": "NUMBER"}], "nullable": True},
        {"anyOf": [{"type": "string"}, {"type": "number"}, {"type": "null"}]},
        id="a nullable choice",
    ),
    pytest.param(
        {"type": "ARRAY", "items": {"type": "BOOLEAN"}, "minItems": 1},
        {"type": "array", "items": {"type": "boolean"}, "minItems": 1},
        id="a list",
    ),
    pytest.param(
        {"type": "OBJECT", "properties": {"type": {"type": "STRING"}, "nullable": {}}},
        {"type": "object", "properties": {"type": {"type": "string"}, "nullable": {}}},
        id="properties with the names of keywords",
    ),
    pytest.param(
        {"type": "STRING", "example": {"type": "STRING"}},
        {"type": "string", "examples": [{"type": "STRING"}]},
        id="an example is data",
    ),
    pytest.param(
        {"type": "STRING", "default": "NUMBER", "propertyOrdering": ["a"]},
        {"type": "string", "default": "NUMBER", "propertyOrdering": ["a"]},
        id="a default is data",
    ),
]


@pytest.mark.parametrize(("theirs", "ours"), PAIRS)
def test_it_is_read_with_the_words_of_json_schema(theirs, ours):
    assert from_gemini(theirs) == ours


@pytest.mark.parametrize(("theirs", "ours"), PAIRS)
def test_it_is_written_with_the_words_of_gemini(theirs, ours):
    assert to_gemini(ours) == theirs


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        pytest.param({"min_items": "2"}, {"minItems": 2}, id="as Python and 64 bits write it"),
        pytest.param({"maxLength": "many"}, {"maxLength": "many"}, id="no number stays"),
        pytest.param({"type": "TYPE_UNSPECIFIED"}, {}, id="no type"),
        pytest.param({"type": "string", "nullable": False}, {"type": "string"}, id="lower case"),
        pytest.param(
            {"defs": {"P": {"type": "STRING"}}, "items": {"ref": "#/defs/P"}},
            {"$defs": {"P": {"type": "string"}}, "items": {"$ref": "#/$defs/P"}},
            id="references",
        ),
        pytest.param(
            {"additional_properties": {"type": "STRING"}},
            {"additionalProperties": {"type": "string"}},
            id="other properties",
        ),
        pytest.param({"type": ["STRING"]}, {"type": ["STRING"]}, id="not understood, kept"),
        pytest.param(True, True, id="no object"),
    ],
)
def test_other_ways_of_writing_it_are_read_too(theirs, ours):
    assert from_gemini(theirs) == ours


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        pytest.param({"additionalProperties": False}, ["additionalProperties"], id="the root's"),
        pytest.param({"items": {"$ref": "#/$defs/a"}}, ["$ref"], id="deeper"),
        pytest.param({"anyOf": [{"const": 1}, {"oneOf": []}]}, ["const", "oneOf"], id="of choices"),
        pytest.param({"properties": {"a": True}}, ["true"], id="a schema that is no object"),
        pytest.param({"enum": [1, 2]}, ["enum"], id="an enum of numbers"),
        pytest.param({"type": ["string", "integer"]}, ["type"], id="two types"),
        pytest.param({"examples": [1, 2]}, ["examples"], id="two examples"),
        pytest.param({"nullable": True}, ["nullable"], id="its own words mean nothing to JSON"),
    ],
)
def test_what_it_has_no_word_for_is_named(schema, names):
    assert list(misfits(schema)) == names
    assert to_gemini(schema) is None


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"type": ["string", "null"], "enum": ["a"]}, id="null in the type alone"),
        pytest.param({"type": "string", "enum": ["a", None]}, id="null in the enum alone"),
        pytest.param({"type": ["null", "string"]}, id="null first"),
        pytest.param({"type": "string", "anyOf": [{}, {"type": "null"}]}, id="in the choice alone"),
    ],
)
def test_what_would_come_back_changed_is_not_written(schema):
    assert to_gemini(schema) is None
