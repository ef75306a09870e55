import pytest

from switchboard.tools import check_schema

# id: schema, pointer, exact sentence or its words
FAULTS = {
    "unknown type": (
        {"type": "strin"},
        "$.type",
        "`type` must be `array`, `boolean`, `integer`, `null`, `number`, `object` or `string`,"
        ' or a list of these; it is `"strin"`.',
    ),
    "type is null": ({"type": None}, "$.type", "it is `null`"),
    "type list is empty": ({"type": []}, "$.type", "it is `[]`"),
    "type written twice in the list": ({"type": ["null", "null"]}, "$.type", "`type` must be"),
    "required is null": (
        {"required": None},
        "$.required",
        "`required` must be a list; it is `null`.",
    ),
    "required is true": (
        {"required": True},
        "$.required",
        "`required` must be a list; it is `true`.",
    ),
    "required holds a number": ({"required": [1]}, "$.required[0]", "must be a string"),
    "required repeats": ({"required": ["a", "a"]}, "$.required", "equal; each must be different"),
    "properties is a list": ({"properties": []}, "$.properties", "must be an object; it is a list"),
    "property is a text": (
        {"properties": {"a": "string"}},
        "$.properties.a",
        '`a` must be an object or `true` or `false`; it is the string `"string"`.',
    ),
    "enum is a text": ({"enum": "a"}, "$.enum", '`enum` must be a list; it is the string `"a"`.'),
    "minLength is negative": (
        {"minLength": -1},
        "$.minLength",
        "`minLength` must be at least `0`; it is `-1`.",
    ),
    "minimum is a text": (
        {"minimum": "1"},
        "$.minimum",
        "`minimum` must be a number; it is the str",
    ),
    "multipleOf is zero": ({"multipleOf": 0}, "$.multipleOf", "must be more than `0`; it is `0`."),
    "anyOf is empty": ({"anyOf": []}, "$.anyOf", "`anyOf` must have at least 1 entry; it has 0."),
    "items is a list": (
        {"items": [{}]},
        "$.items",
        "`items` must be an object or `true` or `false`",
    ),
    "deep": (
        {"properties": {"a": {"items": {"anyOf": [{}, {"maxItems": 1.5}]}}}},
        "$.properties.a.items.anyOf[1].maxItems",
        "`maxItems` must be an integer; it is the number `1.5`.",
    ),
    "pattern": (
        {"properties": {"a": {"pattern": "(a"}}},
        "$.properties.a.pattern",
        "This regular expression cannot be read: `missing )",
    ),
    "pattern of a name": (
        {"patternProperties": {"*": {}}},
        "$.patternProperties[*]",
        "This regular expression cannot be read: `nothing to repeat",
    ),
    "reference to nothing": (
        {"properties": {"a": {"$ref": "#/$defs/b"}}},
        "$.properties.a[$ref]",
        "Nothing is at `#/$defs/b`.",
    ),
    "reference to no anchor": ({"$ref": "#place"}, "$[$ref]", "Nothing is at `#place`."),
    "reference into a list by name": (
        {"allOf": [{}], "properties": {"a": {"$ref": "#/allOf/x"}}},
        "$.properties.a[$ref]",
        "Nothing is at `#/allOf/x`.",
    ),
    "reference to no anchor beside dependencies of both kinds": (
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "properties": {"a": {"$ref": "#nowhere"}},
            "dependencies": {"a": {"required": ["b"]}, "b": ["a"]},
        },
        "$.properties.a[$ref]",
        "Nothing is at `#nowhere`.",
    ),
    "within a list's items of Draft 7": (
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "items": {"properties": {"a": {"items": {"required": "b"}}}},
        },
        "$.items.properties.a.items.required",
        '`required` must be a list; it is the string `"b"`.',
    ),
    "within a tuple of Draft 7": (
        {"$schema": "http://json-schema.org/draft-07/schema#", "items": [{}, {"type": "strin"}]},
        "$.items[1].type",
        'it is `"strin"`',
    ),
    "items of Draft 7 that are neither": (
        {"$schema": "http://json-schema.org/draft-07/schema#", "items": 5},
        "$.items",
        "`items` must be an object, `true` or `false` or a list; it is the number `5`.",
    ),
    "reference to a text": (
        {"title": "t", "properties": {"a": {"$ref": "#/title"}}},
        "$.properties.a[$ref]",
        "points to something that is no schema",
    ),
    "reference to the network": (
        {"properties": {"a": {"$ref": "https://example.com/a.json"}}},
        "$.properties.a[$ref]",
        "`https://example.com/a.json` is outside this schema, and references are never fetched.",
    ),
    "reference to a file": (
        {"items": {"$ref": "file:///etc/passwd"}},
        "$.items[$ref]",
        "`file:///etc/passwd` is outside this schema",
    ),
    "reference to a broken address": ({"$ref": "http://["}, "$[$ref]", "`http://[` is outside"),
    "reference to itself": ({"$ref": "#"}, "$[$ref]", "This `$ref` (`#`) leads back to itself"),
    "reference that loops beneath not": (
        {"not": {"$ref": "#"}},
        "$.not[$ref]",
        "leads back to itself",
    ),
    "unknown draft": ({"$schema": "https://example.com/s"}, "$[$schema]", "names no draft"),
    "draft that is brought along and is its own": (
        {
            "$schema": "urn:own",
            "$defs": {"own": {"$id": "urn:own", "$schema": "urn:own"}},
        },
        "$[$schema]",
        "names no draft",
    ),
    "draft is a number": ({"$schema": 7}, "$[$schema]", "names no draft"),
    "no schema at all": (5, "$", "The schema must be an object or `true` or `false`"),
}


@pytest.mark.parametrize(("schema", "pointer", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_schema_that_is_wrong_says_where_and_what_to_do(schema, pointer, words):
    (problem,) = check_schema(schema)

    assert problem.pointer == pointer
    assert words in problem.message


GOOD = {
    "nothing": {},
    "true": True,
    "false": False,
    "recursion through a property": {"properties": {"child": {"$ref": "#"}}},
    "recursion through a list": {
        "$ref": "#/$defs/tree",
        "$defs": {"tree": {"type": "array", "items": {"$ref": "#/$defs/tree"}}},
    },
    "reference by anchor": {"$ref": "#a", "$defs": {"x": {"$anchor": "a"}}},
    "reference by id": {"$ref": "https://x.test/b", "$defs": {"b": {"$id": "https://x.test/b"}}},
    "reference to the metaschema": {"$ref": "https://json-schema.org/draft/2020-12/schema"},
    "reference outside the places of schemas": {"$ref": "#/x-own/a", "x-own": {"a": {}}},
    "escaped pointer": {"$ref": "#/$defs/a~1b%25", "$defs": {"a/b%": {}}},
    "ref in data is data": {"const": {"$ref": "#/nothing"}, "enum": [{"pattern": "("}]},
    "property called $ref": {"properties": {"$ref": {"type": "string"}, "pattern": {}}},
    "letters of any script": {"pattern": r"^\p{L}+$"},
    "named group as ECMA-262 writes it": {"pattern": "(?<year>[0-9]{4})"},
    "character beyond 16 bits": {"pattern": r"^\u{1F600}$"},
    "tuple of Draft 7": {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "items": [{}, {}],
    },
    "Draft 7 by https": {
        "$schema": "https://json-schema.org/draft-07/schema",
        "items": [{}, {}],
    },
    "exclusive limit of Draft 4": {
        "$schema": "http://json-schema.org/draft-04/schema#",
        "minimum": 1,
        "exclusiveMinimum": True,
    },
    "a draft that the schema brings along": {
        "$schema": "https://x.test/own",
        "properties": {"a": {"type": "string"}},
        "$defs": {
            "own": {
                "$id": "https://x.test/own",
                "$schema": "https://json-schema.org/draft/2020-12/schema",
            }
        },
    },
    "2019-09": {
        "$schema": "https://json-schema.org/draft/2019-09/schema",
        "$recursiveAnchor": True,
        "properties": {"a": {"$recursiveRef": "#"}},
        "dependencies": {"a": ["b"]},
    },
}


@pytest.mark.parametrize("schema", GOOD.values(), ids=GOOD.keys())
def test_a_good_schema_has_no_problems(schema):
    assert check_schema(schema) == ()


def test_each_reference_of_a_circle_is_named():
    circle = {
        "properties": {"x": {"$ref": "#/$defs/a"}},
        "$defs": {"a": {"allOf": [{"$ref": "#/$defs/b"}]}, "b": {"anyOf": [{"$ref": "#/$defs/a"}]}},
    }

    assert [problem.pointer for problem in check_schema(circle)] == [
        "$[$defs].a.allOf[0][$ref]",
        "$[$defs].b.anyOf[0][$ref]",
    ]


def test_a_chain_of_a_thousand_references_is_followed():
    chain = {f"d{at}": {"$ref": f"#/$defs/d{at + 1}"} for at in range(1_000)}

    assert check_schema({"$ref": "#/$defs/d0", "$defs": {**chain, "d1000": {}}}) == ()
