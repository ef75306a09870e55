"""Mistral, MCP, llama.cpp."""

from tests.lint.lint_cases import CITY, OBJECT, TEXT, Case, closed, function, holding

ROOT = ("parameters",)
OUTSIDE = holding({"$ref": "https://example.com/city.json"})
REFERS = function({**closed(city={"$ref": "#/$defs/c"}), "$defs": {"c": TEXT}})
MARKED = {"type": "string", "x-mcp-header": "Region"}

OTHER_CASES = (
    Case(
        "MI-NAME",
        function(OBJECT, name="find:order"),
        ("name",),
        'this is `"find:order"`',
        function(OBJECT),
    ),
    Case(
        "MI-NAME-LEN",
        function(OBJECT, name=""),
        ("name",),
        "1 to 64 characters; this is empty",
        function(OBJECT, name="n" * 64),
    ),
    Case("MI-SCHEMA", function(), (), "wants `parameters` even for a tool", function(OBJECT)),
    Case(
        "MI-SCHEMA-DRAFT",
        holding({"type": "array", "additionalItems": "none"}),
        (*CITY, "additionalItems"),
        "reads schemas as draft 7, and `city.additionalItems` is none",
        holding({"type": "array", "prefixItems": [TEXT]}),
    ),
    Case(
        "MCP-NAME",
        function(OBJECT, name="find,order"),
        ("name",),
        'this is `"find,order"`',
        function(OBJECT, name="Find.order-2"),
    ),
    Case(
        "MCP-NAME-LEN",
        function(OBJECT, name="n" * 129),
        ("name",),
        "at most 128 characters; this has 129",
        function(OBJECT, name="n" * 128),
    ),
    Case("MCP-INPUT", function({}), ROOT, "Add it", function(OBJECT)),
    Case(
        "MCP-INPUT-TYPE",
        function({"type": "string"}),
        (*ROOT, "type"),
        'it is `"string"`',
        function(OBJECT),
    ),
    Case("MCP-REF", OUTSIDE, (*CITY, "$ref"), "leads out of the schema", REFERS),
    Case(
        "MCP-HEADER",
        function(closed(a=MARKED, b={**MARKED, "x-mcp-header": "REGION"})),
        (*ROOT, "properties", "a", "x-mcp-header"),
        "each must be different",
        function(closed(a=MARKED, b={**MARKED, "x-mcp-header": "Zone"})),
    ),
    Case(
        "MCP-HEADER",
        holding({"type": "number", "x-mcp-header": "Region"}),
        (*CITY, "x-mcp-header"),
        "no integer, string or boolean",
        holding(MARKED),
    ),
    Case(
        "MCP-HEADER",
        holding({**MARKED, "x-mcp-header": "two words"}),
        (*CITY, "x-mcp-header"),
        'it is `"two words"`',
        holding(MARKED),
    ),
    Case(
        "VS-NAME",
        function(OBJECT, name="findOrder"),
        ("name",),
        'this is `"findOrder"`',
        function(OBJECT, name="find-order_2"),
    ),
    Case(
        "LC-SCHEMA",
        holding({"type": "array", "items": TEXT, "uniqueItems": True}),
        (*CITY, "uniqueItems"),
        "passes over `uniqueItems` (in `city`)",
        holding({"type": "integer", "minimum": 1}),
    ),
    Case(
        "LC-SCHEMA",
        holding({"type": "number", "maximum": 1}),
        (*CITY, "maximum"),
        "passes over `maximum` of a number (in `city`)",
        holding({"type": "integer", "maximum": 1}),
    ),
    Case(
        "LC-SCHEMA",
        holding({**TEXT, "format": "email"}),
        (*CITY, "format"),
        "passes over the format `email` (in `city`)",
        holding({**TEXT, "format": "date"}),
    ),
    Case(
        "LC-SCHEMA-REF",
        function({**OBJECT, "$defs": {"a": {"$ref": "#/$defs/b"}, "b": TEXT}}),
        (*ROOT, "$defs", "a", "$ref"),
        "a `$ref` within a definition (`$defs.a`)",
        REFERS,
    ),
    Case("LC-SCHEMA-REMOTE", OUTSIDE, (*CITY, "$ref"), "leads out of the schema", REFERS),
    Case(
        "LC-SCHEMA-PATTERN",
        holding({**TEXT, "pattern": "^[A-Z]"}),
        (*CITY, "pattern"),
        "that of `city` is `^[A-Z]`",
        holding({**TEXT, "pattern": "^[A-Z]+$"}),
    ),
    Case(
        "LC-SCHEMA-MIXED",
        holding({**closed(a=TEXT), "anyOf": [{"required": ["a"]}]}),
        (*CITY, "anyOf"),
        "mix `properties` with `anyOf` (`city`)",
        holding({"anyOf": [closed(a=TEXT)]}),
    ),
    Case(
        "LC-SCHEMA-OPEN",
        holding({"type": "object", "properties": {"a": TEXT}, "minProperties": 2}),
        CITY,
        "no other properties into `city`",
        holding({"type": "object", "properties": {"a": TEXT}, "minProperties": 1}),
    ),
)
