"""What OpenAPI's schemas become in JSON Schema."""

import pytest
from openapi_documents import body, parameters, reading, schema_of


@pytest.mark.parametrize(
    ("schema", "meant"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"nullable": True, "anyOf": [{"type": "string"}]},
            {"anyOf": [{"anyOf": [{"type": "string"}]}, {"type": "null"}]},
        ),
        ({"nullable": True}, {}),
        (
            {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 1},
        ),
        (
            {"type": "integer", "maximum": 9, "exclusiveMaximum": False},
            {"type": "integer", "maximum": 9},
        ),
        ({"type": "string", "example": "x"}, {"type": "string", "examples": ["x"]}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        ({"type": "any"}, {}),
        ({"type": "string", "required": True}, {"type": "string"}),
        ({"type": "string", "xml": {}, "x-a": 1, "externalDocs": {}}, {"type": "string"}),
        ({"type": ["string", "null"]}, {"type": ["string", "null"]}),
        (
            {"type": "array", "items": {"type": "string", "nullable": True}},
            {"type": "array", "items": {"type": ["string", "null"]}},
        ),
        ({"type": "object", "default": {"nullable": True}},) * 2,
        (True, True),
        (7, {}),
    ],
)
def test_a_schema_says_the_same_in_json_schema(schema, meant):
    assert schema_of(schema) == meant


def test_a_discriminator_is_told_in_words():
    schema = {
        "oneOf": [],
        "discriminator": {"propertyName": "kind", "mapping": {"a": "#", "b": "#"}},
    }

    assert schema_of(schema)["description"] == "`kind` says which kind it is: a, b."


NODE = {"components": {"schemas": {"Node": {
    "type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}}}}  # fmt: skip
REFERENCE = {"$ref": "#/components/schemas/Node"}


def test_what_is_referred_to_once_stands_where_it_is_needed():
    schemas = {"schemas": {"Node": {"type": "string", "nullable": True}}}

    assert schema_of(REFERENCE, components=schemas) == {"type": ["string", "null"]}


def test_what_is_referred_to_twice_is_a_definition():
    schemas = {"schemas": {"Node": {"type": "string"}}}
    schema = {"type": "object", "properties": {"a": REFERENCE, "b": REFERENCE}}

    assert parameters(body(schema), components=schemas) == {
        "type": "object",
        "properties": {"a": {"$ref": "#/$defs/Node"}, "b": {"$ref": "#/$defs/Node"}},
        "$defs": {"Node": {"type": "string"}},
    }


def test_a_schema_that_refers_to_itself_stays_so():
    found = parameters({"parameters": [{"name": "a", "in": "query", "schema": REFERENCE}]}, **NODE)

    assert found["properties"]["a"] == {"$ref": "#/$defs/Node"}
    assert found["$defs"]["Node"]["properties"]["next"] == {"$ref": "#/$defs/Node"}


@pytest.mark.parametrize(
    ("version", "meant"),
    [
        ("3.0.3", {"type": "string", "description": "Mine."}),
        ("3.1.0", {"allOf": [{"type": "string"}, {"description": "Mine.", "maxLength": 3}]}),
    ],
)
def test_what_stands_beside_a_reference_counts_fully_from_3_1_on(version, meant):
    schemas = {"schemas": {"Node": {"type": "string"}}}
    schema = {**REFERENCE, "description": "Mine.", "maxLength": 3}

    assert schema_of(schema, components=schemas, version=version) == meant


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        (
            "other.yaml#/A",
            "The reference `other.yaml#/A` leads out of this document, and nothing is fetched."
            " Bundle the document into one file first.",
        ),
        (
            "https://x.com/a.json",
            "The reference `https://x.com/a.json` leads out of this document, and nothing is"
            " fetched. Bundle the document into one file first.",
        ),
        ("file:///etc/passwd", None),
        (
            "#/components/schemas/None",
            "The reference `#/components/schemas/None` leads to nothing.",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_takes_any_value_and_is_told(reference, told):
    parameter = {"name": "a", "in": "query", "schema": {"$ref": reference}}
    found = reading({"parameters": [parameter]})

    assert found.entries[0]["function"]["parameters"]["properties"] == {"a": {}}
    assert len(found.problems) == 1
    assert told in (None, found.problems[0].message)


def test_a_property_that_is_only_read_need_not_be_given():
    schema = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"id": {"type": "string", "readOnly": True}, "name": {"type": "string"}},
    }

    assert parameters(body(schema, required=True))["required"] == ["name"]
    inside = schema_of({"type": "array", "items": schema})["items"]
    assert inside["required"] == ["name"]
