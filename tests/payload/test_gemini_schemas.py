"""Schemas are brought down to what Gemini takes, and every loss is told."""

import copy

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from switchboard.payload import for_dialect
from switchboard.payload.gemini import lowered
from switchboard.settings import Profile

GEMINI = Profile(schema_dialect="gemini")
KNOWN = {
    *("type", "title", "description", "nullable", "default", "enum", "format", "items", "minItems"),
    *("maxItems", "properties", "required", "propertyOrdering", "minProperties", "maxProperties"),
    *("minimum", "maximum", "minLength", "maxLength", "pattern", "anyOf"),
}


def of_city(schema, **root):
    return {"type": "object", "properties": {"city": schema}, **root}


def city_of(schema, **root):
    sunk = lowered(of_city(schema, **root)).schema
    return sunk["properties"]["city"]


FITTING = {
    "type": "object",
    "properties": {
        "city": {"type": "string", "description": "Which?", "enum": ["Rome", "Bogotá"]},
        "days": {"type": "array", "items": {"type": "integer", "minimum": 1}, "maxItems": 7},
    },
    "required": ["city"],
}


def test_a_schema_that_fits_stays_as_it_is():
    sunk = lowered(FITTING)

    assert sunk.schema == FITTING
    assert sunk.changes == ()


CASES = {
    "a closed object is opened": (
        {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False},
        {"type": "object", "properties": {"a": {"type": "string"}}},
        "`additionalProperties` is left out (city).",
    ),
    "null beside a type": (
        {"type": ["string", "null"]},
        {"type": "string", "nullable": True},
        "The type null becomes `nullable` (city).",
    ),
    "null among alternatives": (
        {"anyOf": [{"type": "integer"}, {"type": "null"}], "description": "How many"},
        {"type": "integer", "description": "How many", "nullable": True},
        "The type null becomes `nullable` (city).",
    ),
    "several types": (
        {"type": ["string", "integer"]},
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        "A list of types becomes `anyOf` (city).",
    ),
    "oneOf": (
        {"oneOf": [{"type": "string"}, {"type": "integer"}], "title": "T"},
        {"anyOf": [{"type": "string", "title": "T"}, {"type": "integer", "title": "T"}]},
        "`oneOf` becomes `anyOf` (city).",
    ),
    "a constant": (
        {"const": "metric"},
        {"type": "string", "enum": ["metric"]},
        "`const` becomes an `enum` of one (city).",
    ),
    "numbers to choose from": (
        {"type": "integer", "enum": [1, 2]},
        {"type": "string", "enum": ["1", "2"]},
        "The values of `enum` become text, so the model answers with text (city).",
    ),
    "null to choose from": (
        {"enum": ["a", None]},
        {"type": "string", "enum": ["a"], "nullable": True},
        "The type null becomes `nullable` (city).",
    ),
    "an empty text to choose": (
        {"type": "string", "enum": ["a", ""]},
        {"type": "string", "enum": ["a"]},
        "The empty text is left out of the values of `enum` (city).",
    ),
    "only an empty text to choose": (
        {"type": "string", "enum": [""]},
        {"type": "string"},
        "The empty text is left out of the values of `enum` (city).",
    ),
    "an array of nothing said": (
        {"type": "array"},
        {"type": "array", "items": {"type": "string"}},
        "An array that does not say of what becomes an array of text (city).",
    ),
    "a tuple": (
        {"prefixItems": [{"type": "string"}, {"type": "integer"}]},
        {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}},
        "A list of `items` becomes one schema for all of them (city).",
    ),
    "an exclusive bound of a number": (
        {"type": "number", "exclusiveMinimum": 0},
        {"type": "number", "minimum": 0},
        "An exclusive bound becomes an inclusive one (city).",
    ),
    "a format that only JSON Schema knows": (
        {"type": "string", "format": "uri"},
        {"type": "string"},
        "`format` is left out (city).",
    ),
    "a date and time": ({"type": "string", "format": "date-time"},) * 2 + (None,),
    "an exclusive bound of a whole number": (
        {"type": "integer", "exclusiveMaximum": 10},
        {"type": "integer", "maximum": 9},
        None,
    ),
    "anything": (True, {"type": "string"}, "A schema that allows anything becomes text (city)."),
    "all of several": (
        {
            "allOf": [
                {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
                {"properties": {"b": {"type": "string"}}, "required": ["b"]},
            ]
        },
        {
            "type": "object",
            "properties": {"a": {"type": "string"}, "b": {"type": "string"}},
            "required": ["a", "b"],
        },
        "`allOf` is merged into one schema (city).",
    ),
    "a name that is required and not there": (
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a", "b"]},
        {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]},
        None,
    ),
}


@pytest.mark.parametrize(("schema", "becomes", "says"), CASES.values(), ids=CASES)
def test_what_gemini_does_not_know_is_put_in_its_words(schema, becomes, says):
    sunk = lowered(of_city(schema))

    assert sunk.schema["properties"]["city"] == becomes
    assert list(sunk.changes) == ([says] if says else [])


def test_a_reference_is_replaced_by_what_it_points_at():
    sunk = lowered(
        of_city(
            {"$ref": "#/$defs/City", "description": "Where to"},
            **{"$defs": {"City": {"type": "string", "description": "A city", "minLength": 1}}},
        )
    )

    assert sunk.schema == of_city({"type": "string", "description": "Where to", "minLength": 1})
    assert sunk.changes == ("`$ref` is replaced by what it points at (city).",)


def test_a_schema_that_contains_itself_is_cut_where_it_begins_again():
    person = {"type": "object", "properties": {"boss": {"$ref": "#/definitions/Person"}}}

    sunk = lowered(of_city({"$ref": "#/definitions/Person"}, definitions={"Person": person}))

    assert sunk.schema == of_city({"type": "object", "properties": {"boss": {"type": "object"}}})
    assert sunk.changes[1] == (
        "A schema that contains itself, or goes too deep, is cut off and ends in any object"
        " (city.boss)."
    )


@pytest.mark.parametrize("reference", ["https://example.com/city.json", "#/$defs/Gone", "#City"])
def test_a_reference_to_nothing_here_is_left_out_and_nothing_is_fetched(reference):
    assert city_of({"$ref": reference, "description": "Where"}) == {
        "type": "string",
        "description": "Where",
    }


def test_references_that_only_point_at_each_other_end():
    definitions = {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}

    assert city_of({"$ref": "#/$defs/A"}, **{"$defs": definitions}) == {"type": "object"}


def test_definitions_that_double_at_every_step_do_not_grow_without_end():
    definitions = {
        f"L{n}": {
            "type": "object",
            "properties": {side: {"$ref": f"#/$defs/L{n + 1}"} for side in ("left", "right")},
        }
        for n in range(20)
    } | {"L20": {"type": "string"}}

    sunk = lowered(of_city({"$ref": "#/$defs/L0"}, **{"$defs": definitions}))

    assert any("goes too deep" in change for change in sunk.changes)


def test_alternatives_at_the_top_become_one_object():
    by_name = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "x": {"type": "string"}},
    }
    by_id = {"type": "object", "properties": {"id": {"type": "string"}, "x": {"type": "string"}}}

    sunk = lowered(
        {"anyOf": [by_name | {"required": ["x", "name"]}, by_id | {"required": ["x", "id"]}]}
    )

    assert sunk.schema == {
        "type": "object",
        "properties": {name: {"type": "string"} for name in ("name", "x", "id")},
        "required": ["x"],
    }


@pytest.mark.parametrize("schema", [{}, {"type": "object"}, {"type": "object", "properties": {}}])
def test_parameters_without_properties_are_left_out(schema):
    tool = {"type": "function", "function": {"name": "now", "parameters": schema}}

    assert for_dialect([tool], GEMINI).tools == ({"type": "function", "function": {"name": "now"}},)


def test_a_change_names_its_tool_and_the_tool_itself_is_not_touched():
    tool = {
        "type": "function",
        "function": {"name": "look", "parameters": of_city({"type": "string"}, **{"$schema": "x"})},
    }
    before = copy.deepcopy(tool)

    sent = for_dialect([tool], GEMINI)

    assert sent.tools[0]["function"]["parameters"] == of_city({"type": "string"})
    assert sent.changes == ("look: `$schema` is left out (the top).",)
    assert tool == before


def test_a_long_list_of_places_is_cut_short():
    properties = {name: {"const": name} for name in "abcde"}

    assert lowered({"type": "object", "properties": properties}).changes == (
        "`const` becomes an `enum` of one (a, b, c and 2 more).",
    )


def test_a_refused_strict_is_left_out_and_told():
    tool = {"type": "function", "function": {"name": "look", "strict": True}}

    sent = for_dialect([tool], Profile(refused={"strict": "xAI refuses strict on tools."}))

    assert sent.tools == ({"type": "function", "function": {"name": "look"}},)
    assert sent.changes == ("look: `strict` is left out. xAI refuses strict on tools.",)


def test_refused_tools_are_told_too():
    tool = {"type": "function", "function": {"name": "look"}}

    sent = for_dialect([tool], Profile(refused={"tools": "This gateway refused it."}))

    assert sent.tools == ()
    assert sent.changes == ("No tools are sent. This gateway refused it.",)


WORDS = st.sampled_from(
    [
        *("type", "properties", "items", "anyOf", "oneOf", "allOf", "enum", "const", "required"),
        *("$ref", "$defs", "prefixItems", "additionalProperties", "nullable", "format", "not"),
        *("exclusiveMinimum", "minimum", "description", "a"),
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(["string", "object", "array", "null", "integer", "#", "#/$defs/a", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=25,
)


def schemas_in(schema):
    yield schema
    for inner in [
        *schema.get("properties", {}).values(),
        *schema.get("anyOf", []),
        *([schema["items"]] if "items" in schema else []),
    ]:
        yield from schemas_in(inner)


@given(st.dictionaries(WORDS, VALUES, max_size=6))
@example({"properties": {"a": True}, "enum": None})
def test_whatever_is_written_only_what_gemini_knows_comes_out(schema):
    before = copy.deepcopy(schema)

    sunk = lowered(schema).schema

    assert schema == before
    for each in schemas_in(sunk or {"type": "object"}):
        assert set(each) <= KNOWN
        assert set(each) == {"anyOf"} or isinstance(each["type"], str)
        assert all(isinstance(value, str) for value in each.get("enum", []))
