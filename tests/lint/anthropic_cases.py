"""Anthropic, and strict Anthropic."""

from tests.lint.lint_cases import CITY, FINE, LOOP, OBJECT, TEXT, Case, closed, function, holding

ROOT = ("parameters",)
REFERS = function({**closed(city={"$ref": "#/$defs/c"}), "$defs": {"c": TEXT}})

ANTHROPIC_CASES = (
    Case(
        "AN-NAME",
        function(OBJECT, name="find.order"),
        ("name",),
        'this is `"find.order"`',
        function(OBJECT, name="find_order"),
    ),
    Case(
        "AN-NAME-LEN",
        function(OBJECT, name="n" * 129),
        ("name",),
        "at most 128 characters; this has 129",
        function(OBJECT, name="n" * 128),
    ),
    Case(
        "AN-NAME-OLD",
        function(OBJECT, name="n" * 65),
        ("name",),
        "at most 64 characters; this has 65",
        function(OBJECT, name="n" * 64),
    ),
    Case("AN-ROOT-TYPE", function({"properties": {}}), ROOT, "Add it", function(OBJECT)),
    Case(
        "AN-ROOT-TYPE-OBJECT",
        function("none"),
        ROOT,
        'an object schema as `parameters`; this is `"none"`',
        function(),
    ),
    Case(
        "AN-ROOT-COMB",
        function({**OBJECT, "oneOf": [{}]}),
        (*ROOT, "oneOf"),
        "no `oneOf` at the root",
        holding({"oneOf": [TEXT]}),
    ),
    Case(
        "AN-PROPKEY",
        function(closed(**{"filter[id]": TEXT})),
        (*ROOT, "properties", "filter[id]"),
        "this is `filter[id]` (10 characters)",
        function(closed(filter=closed(**{"filter[id]": TEXT}))),
    ),
    Case("AN-REF", REFERS, (*CITY, "$ref"), "take no `$ref` (in `city`)", FINE),
    Case("AN-OAI", function(closed(), strict=True), ("strict",), "does not heed", FINE),
    Case(
        "AN-S-FLAG",
        function(closed(), strict="yes"),
        ("strict",),
        'it is `"yes"`',
        function(closed(), strict=False),
    ),
    Case(
        "AN-S-ADDL",
        function(OBJECT),
        ROOT,
        'add `"additionalProperties": false` to the parameters',
        function(closed()),
    ),
    Case(
        "AN-S-ADDL-MAP",
        holding({"type": "object"}),
        CITY,
        "no object without named properties (`city`)",
        holding(closed(a=TEXT)),
    ),
    Case(
        "AN-S-KW",
        holding({"type": "integer", "minimum": 1}),
        (*CITY, "minimum"),
        "takes no `minimum` (in `city`)",
        holding({"type": "integer", "default": 1, "title": "City"}),
    ),
    Case(
        "AN-S-KW-SHAPE",
        holding({**closed(a=TEXT), "patternProperties": {"^b": TEXT}}),
        (*CITY, "patternProperties"),
        "takes no `patternProperties` (in `city`)",
        holding(closed(a=TEXT)),
    ),
    Case(
        "AN-S-KW-MINITEMS",
        holding({"type": "array", "items": TEXT, "minItems": 2}),
        (*CITY, "minItems"),
        "takes `minItems` of 0 or 1 (in `city`)",
        holding({"type": "array", "items": TEXT, "minItems": 1}),
    ),
    Case(
        "AN-S-KW-FORMAT",
        holding({**TEXT, "format": "regex"}),
        (*CITY, "format"),
        "does not know the format `regex` (in `city`)",
        holding({**TEXT, "format": "uri"}),
    ),
    Case(
        "AN-S-KW-PATTERN",
        holding({**TEXT, "pattern": r"^(?!x)\w+$"}),
        (*CITY, "pattern"),
        "no lookaround, word boundary or reference back",
        holding({**TEXT, "pattern": r"^(?:a|b)\w+$"}),
    ),
    Case(
        "AN-S-KW-ALLOF",
        function({**closed(city={"allOf": [{"$ref": "#/$defs/c"}]}), "$defs": {"c": TEXT}}),
        (*CITY, "allOf", 0, "$ref"),
        "no `$ref` in `allOf` (`city.allOf[0]`)",
        REFERS,
    ),
    Case(
        "AN-S-KW-ENUM",
        holding({"enum": ["a", ["b"]]}),
        (*CITY, "enum"),
        "only plain values in `enum` (of `city`)",
        holding({"enum": ["a", 1, None]}),
    ),
    Case(
        "AN-S-KW-LOOP",
        function(LOOP),
        ("parameters", "$defs", "part", "properties", "next", "$ref"),
        "`#/$defs/part` in `$defs.part.next` leads back to what it stands in",
        REFERS,
    ),
    Case(
        "AN-S-KW-REF",
        holding({"$ref": "https://example.com/city.json"}),
        (*CITY, "$ref"),
        "`https://example.com/city.json` leads out of the schema",
        REFERS,
    ),
)
