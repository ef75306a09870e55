"""Gemini."""

from tests.lint.lint_cases import CITY, FINE, LOOP, OBJECT, TEXT, Case, closed, function, holding

ROOT = ("parameters",)
PLAIN = function({"type": "object", "properties": {"city": TEXT}})

GEMINI_CASES = (
    Case(
        "GE-NAME",
        function(OBJECT, name="2nd_order"),
        ("name",),
        "a letter or `_` first, then letters (a to z), digits, `_`, `.`, `:` and `-`; this is"
        ' `"2nd_order"`',
        function(OBJECT, name="_find.order:2"),
    ),
    Case(
        "GE-NAME-LEN",
        function(OBJECT, name="n" * 129),
        ("name",),
        "at most 128 characters; this has 129",
        function(OBJECT, name="n" * 128),
    ),
    Case(
        "GE-NAME-OLD",
        function(OBJECT, name="orders:find"),
        ("name",),
        'this is `"orders:find"` (11 characters)',
        function(OBJECT, name="n" * 64),
    ),
    Case(
        "GE-PARAMNAME",
        function(closed(**{"api-version": TEXT})),
        (*ROOT, "properties", "api-version"),
        "this is `api-version` (11 characters)",
        function(closed(api_version=TEXT)),
    ),
    Case("GE-ROOT", function({"properties": {}}), ROOT, "Add it", function(OBJECT)),
    Case(
        "GE-ROOT-TYPE",
        function({"type": "array", "items": TEXT}),
        (*ROOT, "type"),
        'it is `"array"`',
        function(OBJECT),
    ),
    Case(
        "GE-ONEOF",
        function(OBJECT, parametersJsonSchema=OBJECT),
        ("parametersJsonSchema",),
        "`parameters` or `parametersJsonSchema`, not both",
        function(OBJECT),
    ),
    Case(
        "GE-TYPE-SCALAR",
        holding({"type": ["string", "null"]}),
        (*CITY, "type"),
        '`city` has a list: `["string", "null"]`',
        holding({"type": "string", "nullable": True}),
    ),
    Case(
        "GE-ENUM-STR",
        holding({"type": "integer", "enum": [1, 2]}),
        (*CITY, "enum"),
        "that of `city` has `1`, `2`",
        holding({"type": "string", "enum": ["1", "2"]}),
    ),
    Case(
        "GE-ENUM-EMPTY",
        holding({"type": "string", "enum": ["a", ""]}),
        (*CITY, "enum"),
        "no empty string in `enum`; that of `city` has one",
        holding({"type": "string", "enum": ["a", " "]}),
    ),
    Case(
        "GE-ENUM-TYPE",
        holding({"enum": ["a", "b"]}),
        (*CITY, "enum"),
        'only beside `"type": "string"` (`city`)',
        holding({"type": "string", "enum": ["a", "b"]}),
    ),
    Case(
        "GE-FORMAT",
        holding({**TEXT, "format": "uri"}),
        (*CITY, "format"),
        "no format `uri` (in `city`), only `enum`, `date-time`",
        holding({"type": "integer", "format": "int64"}),
    ),
    Case(
        "GE-ARRAY-ITEMS",
        holding({"type": "array"}),
        CITY,
        "say what `city` holds",
        holding({"type": "array", "items": TEXT}),
    ),
    Case("GE-OBJ-EMPTY", function(OBJECT), ROOT, "Leave them out", function()),
    Case(
        "GE-OBJ-EMPTY-NESTED",
        holding(OBJECT),
        CITY,
        "an object without properties: `city`",
        holding(closed(a=TEXT)),
    ),
    Case(
        "GE-SUBSET",
        holding({"type": "integer", "multipleOf": 5}),
        (*CITY, "multipleOf"),
        "does not know `multipleOf` (in `city`)",
        holding({"type": "integer", "minimum": 5, "default": 5}),
    ),
    Case(
        "GE-SUBSET-NEW",
        function(closed()),
        (*ROOT, "additionalProperties"),
        "takes no `additionalProperties` (in the parameters)",
        PLAIN,
    ),
    Case("GE-SUBSET-BOOL", holding(True), CITY, "the schema of `city`, such as `{}`", FINE),
    Case(
        "GE-NOKEYS",
        holding({"const": "Paris"}),
        (*CITY, "const"),
        "takes no `const` (in `city`)",
        PLAIN,
    ),
    Case(
        "GE-NOKEYS-LOOP",
        function(LOOP),
        ("parameters", "$defs", "part", "properties", "next", "$ref"),
        "no schema that holds itself",
        function({**closed(city={"$ref": "#/$defs/c"}), "$defs": {"c": TEXT}}),
    ),
    Case(
        "GE-JSONSCHEMA",
        holding({**TEXT, "pattern": "a", "maxLength": 3}),
        ROOT,
        "does not heed `maxLength`, `pattern`",
        FINE,
    ),
)
