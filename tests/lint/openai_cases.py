"""OpenAI, strict OpenAI, and gateways that copy it."""

from tests.lint.lint_cases import CITY, FINE, OBJECT, TEXT, Case, closed, function, holding

ROOT = ("parameters",)


def nested(levels):
    schema = TEXT
    for _ in range(levels):
        schema = closed(city=schema)
    return function(schema)


def wide(count, length=6):
    return function(closed(**{f"{at:0{length}}": True for at in range(count)}))


def listing(count, length=6):
    return {"type": "string", "enum": [f"{at:0{length}}" for at in range(count)]}


OPENAI_CASES = (
    Case(
        "SCHEMA",
        holding({"type": "strin"}),
        (*CITY, "type"),
        "No provider takes a schema that is wrong (in `city.type`).",
        FINE,
    ),
    Case(
        "SCHEMA",
        function(closed(required=7)),
        (*ROOT, "properties", "required"),
        "No provider takes a schema that is wrong (in `required`)",
        function({**OBJECT, "required": None}),
    ),
    Case(
        "SCHEMA-ENUM",
        holding({"type": "string", "enum": []}),
        (*CITY, "enum"),
        "from an empty `enum`, so no value fits `city`",
        holding({"type": "string", "enum": [""]}),
    ),
    Case(
        "SCHEMA-REQUIRED",
        function({**OBJECT, "required": None}),
        (*ROOT, "required"),
        "`required` of the parameters must be a list of names; it is `null`",
        function(closed(required=TEXT)),
    ),
    Case(
        "OA-NAME-PATTERN",
        function(OBJECT, name="find order!"),
        ("name",),
        'this is `"find order!"`. Replace the others by `_`',
        function(OBJECT, name="Find-order_2"),
    ),
    Case(
        "OA-NAME-LEN",
        function(OBJECT, name="n" * 65),
        ("name",),
        "at most 64 characters; this has 65",
        function(OBJECT, name="n" * 64),
    ),
    Case(
        "OA-NAME-LEN-RESP",
        function(OBJECT, name="n" * 129),
        ("name",),
        "at most 128 characters; this has 129",
        function(OBJECT, name="n" * 128),
    ),
    Case(
        "OA-DESC-LEN",
        function(OBJECT, description="d" * 1_025),
        ("description",),
        "more than 1024 characters; this has 1025",
        function(OBJECT, description="d" * 1_024),
    ),
    Case("OA-PARAM-ROOT", function({"properties": {}}), ROOT, "Add it", function(OBJECT)),
    Case(
        "OA-PARAM-ROOT",
        function({"type": ["object", "null"]}),
        (*ROOT, "type"),
        'it is `["object", "null"]`',
        function(OBJECT),
    ),
    Case(
        "OA-PARAM-ROOT-TYPE",
        function({"type": ["string", "null"]}),
        (*ROOT, "type"),
        'it is `["string", "null"]`',
        function({"type": ["object", "null"]}),
    ),
    Case(
        "OA-PARAM-ROOT-PROPS",
        function({"type": "object"}),
        ROOT,
        "wants `properties` in the parameters, even if empty",
        function(OBJECT),
    ),
    Case(
        "OA-ARRAY-ITEMS",
        holding({"type": ["array", "null"]}),
        CITY,
        "say what `city` holds",
        holding({"type": ["array", "null"], "items": {}}),
    ),
    Case(
        "OA-REQ-ARRAY",
        function({**OBJECT, "required": None}),
        (*ROOT, "required"),
        "`required` of the parameters must be a list of names; it is `null`",
        function({**OBJECT, "required": []}),
    ),
    Case(
        "OA-S-ROOT",
        function({**closed(), "anyOf": [closed(a=TEXT), closed(b=TEXT)]}),
        (*ROOT, "anyOf"),
        "no `anyOf` at the root",
        holding({"anyOf": [TEXT, {"type": "null"}]}),
    ),
    Case(
        "OA-S-ADDL",
        holding({"type": "object", "properties": {"a": TEXT}, "required": ["a"]}),
        CITY,
        'add `"additionalProperties": false` to `city`',
        holding(closed(a=TEXT)),
    ),
    Case(
        "OA-S-ADDL-MAP",
        holding({"type": "object", "additionalProperties": TEXT}),
        CITY,
        "no object without named properties (`city`)",
        holding({"type": "object", "anyOf": [closed(a=TEXT)]}),
    ),
    Case(
        "OA-S-ADDL-MAP",
        function({"type": "object", "additionalProperties": {}}),
        ROOT,
        "no object without named properties (the parameters)",
        function(OBJECT),
    ),
    Case(
        "OA-S-REQ",
        function({**closed(a=TEXT, b=TEXT), "required": ["b"]}),
        ROOT,
        "add `a` to `required` of the parameters",
        function(closed(a=TEXT, b=TEXT)),
    ),
    Case(
        "OA-S-REQ-KNOWN",
        function({**closed(a=TEXT), "required": ["a", "b"]}),
        (*ROOT, "required"),
        "names `b`, which `properties` does not describe",
        function(closed(a=TEXT)),
    ),
    Case("OA-S-TYPES", holding({"description": "Any."}), CITY, "say what `city` may be", FINE),
    Case(
        "OA-S-TYPES",
        holding({"type": "array"}),
        CITY,
        "write `items`",
        holding({"type": "array", "items": TEXT}),
    ),
    Case(
        "OA-S-TYPES",
        holding({}),
        CITY,
        "say what `city` may be",
        holding({"type": "object", "propertyNames": {"pattern": "^a"}, "not": {}, "allOf": [{}]}),
    ),
    Case("OA-S-TYPES", holding(True), CITY, "a schema with a `type` at `city`", FINE),
    Case(
        "OA-S-TYPES-SAID",
        holding({"enum": ["a", "b"]}),
        CITY,
        "`city` only implies its own",
        holding({"type": "string", "enum": ["a", "b"]}),
    ),
    Case(
        "OA-S-ANYOF-KEYS",
        holding({"anyOf": [closed(a=TEXT, b=TEXT), closed(a=TEXT)]}),
        (*CITY, "anyOf"),
        "two begin with the same",
        holding({"anyOf": [closed(b=TEXT, a=TEXT), closed(a=TEXT)]}),
    ),
    Case(
        "OA-S-REF-SIB",
        function({**closed(city={"$ref": "#/$defs/c", "title": "C"}), "$defs": {"c": TEXT}}),
        (*CITY, "$ref"),
        "beside that of `city` stands `title`",
        function({**closed(city={"$ref": "#/$defs/c"}), "$defs": {"c": TEXT}}),
    ),
    Case(
        "OA-S-KW-OK",
        holding({**TEXT, "examples": ["Paris"]}),
        (*CITY, "examples"),
        "does not know `examples` (in `city`)",
        holding({**TEXT, "title": "City", "pattern": "^a$"}),
    ),
    Case(
        "OA-S-KW-OK-FORMAT",
        holding({**TEXT, "format": "uri"}),
        (*CITY, "format"),
        "does not know the format `uri` (in `city`)",
        holding({**TEXT, "format": "date-time"}),
    ),
    Case(
        "OA-S-KW-NO",
        holding({**TEXT, "default": "Paris"}),
        (*CITY, "default"),
        "takes no `default` (in `city`)",
        FINE,
    ),
    Case(
        "OA-S-KW-NO-SHAPE",
        holding({"type": "array", "items": TEXT, "prefixItems": [TEXT]}),
        (*CITY, "prefixItems"),
        "takes no `prefixItems` (in `city`)",
        holding({"type": "array", "items": TEXT}),
    ),
    Case(
        "OA-S-FT",
        holding({**TEXT, "maxLength": 9, "format": "date"}),
        ROOT,
        "fine-tuned models take no `format`, `maxLength`",
        FINE,
    ),
    Case(
        "OA-S-PROPS",
        wide(5_001),
        ROOT,
        "takes 5,000 properties in one schema; these are 5,001",
        wide(5_000),
    ),
    Case(
        "OA-S-DEPTH",
        nested(12),
        ("parameters", *("properties", "city") * 11),
        "10 levels of nesting; `city.city.city.city.city.city.city.city.city.city.city` is on"
        " level 11",
        nested(11),
    ),
    Case(
        "OA-S-STRLEN",
        wide(1_201, length=100),
        ROOT,
        "120,000 characters of names and `enum` values in one schema; these are 120,100",
        wide(1_200, length=100),
    ),
    Case(
        "OA-S-ENUM",
        function(closed(a=listing(501), b=listing(500))),
        ROOT,
        "1,000 `enum` values in one schema; these are 1,001",
        function(closed(a=listing(500), b=listing(500))),
    ),
    Case(
        "OA-S-ENUMSTR",
        holding(listing(251, length=60)),
        (*CITY, "enum"),
        "15,000 characters in an `enum` of more than 250 values; `city` has 15,060",
        holding(listing(250, length=100)),
    ),
    Case(
        "XA-STRICT",
        function(closed(), strict=False),
        ("strict",),
        "xAI refuses a tool that says `strict`",
        function(closed()),
    ),
    Case(
        "FW-STRICT",
        function(closed(), strict=True),
        ("strict",),
        "Fireworks refuses a tool that says `strict`",
        function(closed()),
    ),
    Case(
        "FW-STRICT-ADDL",
        function(closed()),
        (*ROOT, "additionalProperties"),
        "Fireworks refuses `additionalProperties`",
        function(OBJECT),
    ),
)
