"""A schema as rows for reading."""

import pytest

from switchboard.tools.outline import MOST_ROWS, Row, outline
from switchboard.tools.schema_words import kind_in_words, limits_in_words

NODE = {
    "$ref": "#/$defs/Node",
    "$defs": {
        "Node": {
            "type": "object",
            "properties": {
                "value": {"type": "string"},
                "children": {"type": "array", "items": {"$ref": "#/$defs/Node"}},
            },
            "required": ["value"],
        }
    },
}


def names(schema):
    return [("  " * row.depth + row.name) for row in outline(schema)]


def test_a_property_s_row_says_its_type_what_it_is_and_whether_it_is_required():
    schema = {
        "type": "object",
        "properties": {"city": {"type": "string", "description": "Where"}, "day": {}},
        "required": ["city"],
    }

    assert outline(schema) == (
        Row("city", "string", is_required=True, description="Where"),
        Row("day", "anything", is_required=False),
    )


def test_what_stands_within_follows_one_step_deeper():
    inner = {"type": "object", "properties": {"b": {"type": "integer"}}}
    listed = {"type": "array", "items": inner}

    assert names({"properties": {"a": inner, "c": listed}}) == ["a", "  b", "c", "  b"]


def test_entries_have_a_row_of_their_own_only_where_it_tells_more():
    plain = {"type": "array", "items": {"type": "string"}}
    limited = {"type": "array", "items": {"type": "string", "enum": ["x"]}}
    fixed = {"type": "array", "prefixItems": [{"const": 1}], "items": {"minimum": 2}}

    assert names({"properties": {"a": plain}}) == ["a"]
    assert names({"properties": {"a": limited}}) == ["a", "  each entry"]
    assert names({"properties": {"a": fixed}}) == ["a", "  entry 1", "  each other entry"]


def test_a_reference_is_followed_and_its_neighbours_count():
    schema = {
        "properties": {"home": {"$ref": "#/$defs/place", "description": "Where you live"}},
        "$defs": {"place": {"$ref": "#/$defs/text"}, "text": {"type": "string", "maxLength": 9}},
    }

    assert outline(schema) == (
        Row(
            "home",
            "string",
            is_required=False,
            limits=("at most `9` characters",),
            description="Where you live",
        ),
    )


def test_recursion_is_named_where_it_begins_again():
    value, children, entry = outline(NODE)

    assert (value.name, children.name, entry.name) == ("value", "children", "each entry")
    assert entry.shown_above == "#/$defs/Node"
    assert entry.depth == 1


@pytest.mark.parametrize(
    ("reference", "kind"),
    [("https://example.com/s.json", "as in `https://example.com/s.json`"), ("#", "object")],
)
def test_a_reference_that_leads_out_or_to_the_root_has_a_row_without_more(reference, kind):
    (row,) = outline({"type": "object", "properties": {"a": {"$ref": reference}}})

    assert row.kind == kind


def test_forms_of_which_one_is_more_than_a_type_are_rows():
    a = {"type": "object", "properties": {"x": {"type": "integer"}}}

    assert names({"properties": {"v": {"oneOf": [a, {"type": "null"}]}}}) == [
        "v",
        "  form 1",
        "    x",
        "  form 2",
    ]
    assert names({"properties": {"v": {"anyOf": [{"type": "string"}, {"type": "null"}]}}}) == ["v"]


def test_doubling_references_and_endless_properties_end():
    doubling = {
        f"d{n}": {
            "properties": {"a": {"$ref": f"#/$defs/d{n + 1}"}, "b": {"$ref": f"#/$defs/d{n + 1}"}}
        }
        for n in range(40)
    }
    silent = {
        f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}, {"$ref": f"#/$defs/d{n + 1}"}]}
        for n in range(40)
    }

    assert len(outline({"$ref": "#/$defs/d0", "$defs": doubling})) == MOST_ROWS
    assert outline({"$ref": "#/$defs/d0", "$defs": silent}) == ()


@pytest.mark.parametrize(
    "schema",
    [
        None,
        True,
        3,
        [],
        {"properties": []},
        {"required": 3, "properties": {"a": 3}},
        {"$ref": 3},
        {"properties": {"a": {"$ref": "#/properties/a"}}},
        {"items": [{}], "anyOf": 3, "type": {}},
        {"properties": {"a": {"enum": 3, "type": [[]], "format": 1, "minimum": []}}},
    ],
)
def test_no_wrong_schema_is_too_wrong(schema):
    assert isinstance(outline(schema), tuple)


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ({"type": "boolean"}, "true or false"),
        ({"type": ["integer", "null"]}, "integer or null"),
        (
            {"type": "array", "items": {"type": "array", "items": {"type": "number"}}},
            "list of lists of numbers",
        ),
        ({"type": "array"}, "list"),
        ({"enum": ["a", "b"]}, "string"),
        ({"enum": ["a", 1]}, "anything"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"oneOf": [{"minimum": 1}, {"type": "null"}]}, "one of 2 forms"),
        ({"type": "text"}, "`text`"),
        ({}, "anything"),
        (False, "nothing"),
    ],
)
def test_the_kind_is_said_in_words(schema, kind):
    assert kind_in_words(schema) == kind


@pytest.mark.parametrize(
    ("schema", "limits"),
    [
        ({"minimum": 1, "maximum": 5}, ["at least `1`", "at most `5`"]),
        ({"minLength": 1, "minItems": 2}, ["at least `1` character", "at least `2` entries"]),
        ({"enum": ["a", None]}, ['one of `"a"`, `null`']),
        ({"const": 0}, ["always `0`"]),
        ({"format": "date"}, ["format `date`"]),
        ({"pattern": "^a`b$"}, ["matching `^a\\u0060b$`"]),
        ({"default": None}, ["`null` when left out"]),
        ({"uniqueItems": True, "deprecated": False}, ["no two equal"]),
        ({"not": {}, "if": {}}, ["see also `if`, `not` in the schema"]),
    ],
)
def test_limits_are_parts_of_a_sentence(schema, limits):
    assert list(limits_in_words(schema)) == limits
