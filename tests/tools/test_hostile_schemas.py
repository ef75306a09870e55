"""Nothing that a schema contains raises, is fetched, or takes long; each by its name.

The time allowed is a guard against hangs: a check gives itself two seconds.
"""

import json
from time import monotonic

import pytest

from switchboard.messages import Call
from switchboard.tools import check_call, check_toolset

GUARD_S = 6
TEXT = "a" * 40 + "b"
ITEMS = [{"a": at, "b": [at, {"c": str(at)}]} for at in range(3_000)]
DRAFT_2019 = "https://json-schema.org/draft/2019-09/schema"


def x(schema, **beside):
    """The arguments' schema in which the property ``x`` fits this one."""
    return {"type": "object", "properties": {"x": schema}, **beside}


def chain(wrap, length=30, end=None):
    """Definitions that each refer to the next one, ``wrap`` saying how."""
    steps = {f"d{at}": wrap({"$ref": f"#/$defs/d{at + 1}"}) for at in range(length)}
    return {**steps, f"d{length}": end or {"type": "integer"}}


def doubling(keyword):
    return x({"$ref": "#/$defs/d0"}, **{"$defs": chain(lambda ref: {keyword: [ref, ref]})})


def nested(depth, wrap, leaf):
    for _ in range(depth):
        leaf = wrap(leaf)
    return leaf


REFERENCES = {
    "recursive $ref": x({"$ref": "#"}),
    "recursive $ref through a list": x(
        {"$ref": "#/$defs/tree"},
        **{"$defs": {"tree": {"type": "array", "items": {"$ref": "#/$defs/tree"}}}},
    ),
    "$ref to itself": x({"$ref": "#/properties/x"}),
    "root that is its own $ref": {"type": "object", "$ref": "#"},
    "$refs in a circle": x(
        {"$ref": "#/$defs/a"},
        **{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
    ),
    "circle through allOf": x({"allOf": [{"$ref": "#/properties/x"}]}),
    "circle through anyOf": x({"anyOf": [{"$ref": "#/properties/x"}, {"type": "string"}]}),
    "circle through not": x({"not": {"$ref": "#/properties/x"}}),
    "circle through if": x({"if": {"$ref": "#/properties/x"}, "then": True}),
    "circle through dependentSchemas": {
        "type": "object",
        "dependentSchemas": {"x": {"$ref": "#"}},
    },
    "circle by anchor": x({"$anchor": "here", "$ref": "#here"}),
    "circle by $id": x({"$id": "https://x.test/a", "$ref": "https://x.test/a"}),
    "$dynamicRef to itself": x({"$dynamicAnchor": "t", "$dynamicRef": "#t"}),
    "$dynamicRefs in a circle": x(
        {"$dynamicRef": "#a"},
        **{
            "$defs": {
                "a": {"$dynamicAnchor": "a", "allOf": [{"$dynamicRef": "#b"}]},
                "b": {"$dynamicAnchor": "b", "anyOf": [{"$dynamicRef": "#a"}]},
            }
        },
    ),
    "$dynamicRef that another resource turns round": x(
        {"$ref": "https://x.test/list"},
        **{
            "$dynamicAnchor": "node",
            "$defs": {
                "list": {
                    "$id": "https://x.test/list",
                    "$dynamicAnchor": "node",
                    "anyOf": [{"type": "null"}, {"$dynamicRef": "#node"}],
                }
            },
        },
    ),
    "$recursiveRef to itself": {
        "$schema": DRAFT_2019,
        "$recursiveAnchor": True,
        **x({"allOf": [{"$recursiveRef": "#"}]}),
    },
    "$recursiveRef at the root": {
        "$schema": DRAFT_2019,
        "type": "object",
        "allOf": [{"$recursiveRef": "#"}],
    },
    "reference to the metaschema": x({"$ref": "https://json-schema.org/draft/2020-12/schema"}),
    "chain of two thousand references": x(
        {"$ref": "#/$defs/d0"}, **{"$defs": chain(lambda ref: ref, length=2_000)}
    ),
    "chain of two thousand allOf": x(
        {"$ref": "#/$defs/d0"}, **{"$defs": chain(lambda ref: {"allOf": [ref]}, length=2_000)}
    ),
    "pointer through everything": x({"$ref": "#/properties/x/properties/y/items/0/anyOf/9"}),
    "pointer with broken escapes": x({"$ref": "#/$defs/%zz~7"}),
    "pointer that is a number": x({"$ref": 5}),
    "$ref that is a list": x({"$ref": ["#"]}),
}

PATTERNS = {
    "(a+)+$": "^(a+)+$",
    "(a|aa)+$": "^(a|aa)+$",
    "(a|a)*$": "^(a|a)*$",
    "(.*)*!": "(.*)*!",
    "nested counts": "^((a{1,9}){1,9}){1,9}$",
    "counts of counts": "^(((a{1,1000}){1,1000}){1,1000}){1,1000}$",
    "one huge count": "a{1,4294967295}",
    "count beyond any": "a{99999999999999999999}",
    "back reference": r"^(a*)*\1$",
    "looking ahead": "^(?=(a+)+$)(?=(a|aa)+$).*c",
    "looking behind": "(?<=(a+)+)c",
    "three thousand brackets": "(" * 3_000 + ")" * 3_000,
    "thirty thousand alternatives": "|".join(f"a{at}" for at in range(6_000)),
    "fuzzy": "(?:aaaa){e<=30}c",
    "a flag of this engine": "(?V1)(?b)(?:a+){e}",
    "recursion": "(?R)?a",
    "no pattern": "(?P<a",
    "null character": "\x00+",
    "80 kB": "a?" * 20_000 + "a" * 20_000,
}

VALUES = {
    "required is null": {"type": "object", "required": None},
    "required of null": x({"required": [None]}),
    "properties are null": {"type": "object", "properties": None},
    "$defs are null": x({}, **{"$defs": None}),
    "items of null": x({"items": None}),
    "enum of null": x({"enum": None}),
    "type that is a thousand types": x({"type": ["string"] * 1_000}),
    "type that is an object": x({"type": {"type": "string"}}),
    "tuple of draft 7": {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **x({"items": [{"type": "string"}, {"type": "integer"}], "additionalItems": False}),
    },
    "tuple of draft 7 without its draft": x({"items": [{"type": "string"}]}),
    "definitions of draft 4": {
        "$schema": "http://json-schema.org/draft-04/schema#",
        **x({"minimum": 1, "exclusiveMinimum": True, "id": "http://x.test/"}),
    },
    "required of draft 3": {
        "$schema": "http://json-schema.org/draft-03/schema#",
        **x({"type": "any", "required": True, "extends": {"$ref": "#"}, "divisibleBy": 0}),
    },
    "drafts within drafts": x(
        nested(
            40,
            lambda inner: {"$schema": DRAFT_2019, "$id": "urn:a", "items": inner},
            {"$schema": "http://json-schema.org/draft-03/schema#", "disallow": "string"},
        )
    ),
    "vocabulary of nobody": {"$vocabulary": {"urn:none": True}, **x({})},
    "names that mean something elsewhere": x(
        {"properties": {"__proto__": {}, "constructor": {}, "$ref": {}, "": {}, "a/b~c%": {}}}
    ),
    "broken addresses": x({"$id": "http://[", "$ref": "\\\\x\\y", "$anchor": "a b"}),
    "one address twice": x({"anyOf": [{"$id": "urn:a"}, {"$id": "urn:a", "$ref": "urn:a#b"}]}),
    "multipleOf the smallest": x({"multipleOf": 5e-324}),
    "multipleOf the greatest": x({"multipleOf": 1.7e308}),
    "a limit of 300 digits": x({"maxLength": 10**300, "maximum": -(10**300)}),
    "minLength of a float": x({"minLength": 1e300}),
    "every format": x({"format": "regex", "contentMediaType": "application/json"}),
    "80 kB of properties": x(
        {"properties": {f"p{at}": {"type": "string", "enum": ["a"]} for at in range(2_000)}}
    ),
    "80 kB in one description": x({"description": "x" * 80_000}),
    "80 kB of enum": x({"enum": [f"value {at}" for at in range(6_000)]}),
    "enum of objects": x({"items": {"enum": ITEMS}}),
    "const of everything": x({"const": ITEMS}),
    "uniqueItems of objects": x({"uniqueItems": True}),
    "contains, many times": x({"contains": {"contains": {"contains": {"const": 1}}}}),
    "90 levels of not": x(nested(80, lambda inner: {"not": inner}, {"type": "string"})),
    "unevaluatedItems that double beneath anyOf": x(
        nested(12, lambda inner: {"unevaluatedItems": inner, "anyOf": [inner, True]}, True)
    ),
}

DOUBLING = {
    "anyOf that doubles": doubling("anyOf"),
    "oneOf that doubles": doubling("oneOf"),
    "allOf that doubles": doubling("allOf"),
    "if, then and else that double": x(
        {"$ref": "#/$defs/d0"},
        **{"$defs": chain(lambda ref: {"if": ref, "then": ref, "else": ref})},
    ),
    "not that doubles": x(
        {"$ref": "#/$defs/d0"},
        **{"$defs": chain(lambda ref: {"not": {"allOf": [ref, {"not": ref}]}})},
    ),
    "unevaluatedProperties that double": x(
        {"$ref": "#/$defs/d0", "unevaluatedProperties": False},
        **{"$defs": chain(lambda ref: {"anyOf": [ref, ref]}, end={"properties": {"a": {}}})},
    ),
    "unevaluatedItems that double": x(
        {"$ref": "#/$defs/d0", "unevaluatedItems": False},
        **{"$defs": chain(lambda ref: {"oneOf": [ref, ref]}, end={"prefixItems": [{}]})},
    ),
    "$dynamicRef that doubles": x(
        {"$dynamicRef": "#n0"},
        **{
            "$defs": {
                f"n{at}": {
                    "$dynamicAnchor": f"n{at}",
                    "anyOf": [{"$dynamicRef": f"#n{min(at + 1, 30)}"}] * 2 if at < 30 else [False],
                }
                for at in range(31)
            }
        },
    ),
}

SCHEMAS = {
    **REFERENCES,
    **{f"pattern {name}": x({"pattern": each}) for name, each in PATTERNS.items()},
    **{
        f"name pattern {name}": x({"patternProperties": {each: {}}, "additionalProperties": False})
        for name, each in [*PATTERNS.items()][:6]
    },
    **VALUES,
    **DOUBLING,
}

DEEP = nested(40, lambda inner: {"x": [inner]}, 1)
VALUES_OF_X = [TEXT, ITEMS, {TEXT: 1, "a": DEEP}, DEEP["x"], 1e308, 5e-324, None]


@pytest.mark.parametrize("parameters", SCHEMAS.values(), ids=SCHEMAS.keys())
def test_a_toolset_with_it_is_checked(parameters):
    text = json.dumps([{"name": "f", "parameters": parameters}], indent=1)
    started = monotonic()

    toolset = check_toolset(text)

    assert monotonic() - started < GUARD_S
    assert [tool.name for tool in toolset.tools] == ["f"]
    assert all(each.line and "jsonschema failed" not in each.message for each in toolset.problems)


@pytest.mark.parametrize("name", SCHEMAS)
def test_calls_with_it_are_checked(name):
    (tool,) = check_toolset(json.dumps([{"name": "f", "parameters": SCHEMAS[name]}])).tools
    # Each of these takes all the time there is.
    for value in VALUES_OF_X[: 1 if name in DOUBLING else None]:
        started = monotonic()

        checked = check_call(Call("call_1", "f", json.dumps({"x": value})), [tool])

        assert monotonic() - started < GUARD_S
        assert checked.arguments == {"x": value}
        assert all("jsonschema failed" not in each.message for each in checked.problems)
