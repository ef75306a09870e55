"""Any text and any call is answered with a value, whatever was written."""

import json
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from switchboard.messages import Call
from switchboard.simulate import plausible_result
from switchboard.tools import (
    Tool,
    check_call,
    check_schema,
    check_toolset,
    example_toolsets,
    value_problems,
)

TEXTS = [example.text for example in example_toolsets()]
WORDS = [
    "type",
    "properties",
    "items",
    "required",
    "enum",
    "const",
    "anyOf",
    "oneOf",
    "allOf",
    "not",
    "if",
    "then",
    "else",
    "$ref",
    "$defs",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicRef",
    "$dynamicAnchor",
    "additionalProperties",
    "patternProperties",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "multipleOf",
    "minLength",
    "maxItems",
    "uniqueItems",
    "contains",
    "format",
    "dependentRequired",
    "dependentSchemas",
    "dependencies",
    "propertyNames",
    "prefixItems",
    "default",
    "examples",
    "unevaluatedProperties",
    "unevaluatedItems",
    "name",
    "parameters",
    "description",
    "strict",
    "function",
    "x",
]
VALUES = [
    "object",
    "array",
    "string",
    "integer",
    "null",
    "#",
    "#/",
    "#/$defs/x",
    "#/properties/x",
    "#x",
    "(",
    "^a+$",
    "http://[",
    "urn:x",
    "http://json-schema.org/draft-07/schema#",
    "http://json-schema.org/draft-04/schema#",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
]

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(VALUES)
    | st.text(max_size=5)
)
documents = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner, max_size=5)
    ),
    max_leaves=25,
)
objects = st.dictionaries(st.sampled_from(WORDS), documents, max_size=6)


def assert_readable(problems, text):
    for problem in problems:
        assert "jsonschema failed" not in problem.message
        assert f"{problem.message}{problem.pointer}".encode()
        assert problem.line is None or 1 <= problem.line <= text.count("\n") + 1


@given(st.text() | st.text(alphabet='[]{}",:\\u019tfn \n\ud800'))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_a_toolset(text):
    toolset = check_toolset(text)

    assert_readable(toolset.problems, text)
    assert all(problem.line for problem in toolset.problems)
    assert toolset.problems or all(tool.definition() for tool in toolset.tools)


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False), st.integers(1, 6))
@settings(max_examples=150, deadline=None)
def test_a_good_toolset_with_characters_changed_gives_a_toolset(text, chance, times):
    for _ in range(times):
        text = changed(text, chance)

    toolset = check_toolset(text)

    assert_readable(toolset.problems, text)


def changed(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    end = min(len(text), start + chance.randrange(4))
    piece = chance.choice(["", '"', ",", "{", "]", "0", "\\", "null", text[: chance.randrange(40)]])
    return text[:start] + piece + text[end:]


@given(documents)
@settings(max_examples=150, deadline=None)
def test_any_json_gives_a_toolset(value):
    text = json.dumps(value)

    assert_readable(check_toolset(text).problems, text)


@given(objects, documents)
@settings(max_examples=200, deadline=None)
def test_any_schema_and_value_give_problems_or_none(schema, value):
    assert_readable(check_schema(schema), "")
    assert_readable(value_problems(value, schema), "")


@given(objects, st.text() | documents.map(json.dumps), st.text())
@settings(max_examples=150, deadline=None)
def test_any_call_is_checked_and_has_a_plausible_result(schema, arguments, name):
    raw = {"name": "f", "parameters": schema, "outputSchema": schema}
    tool = Tool("f", None, schema, strict=None, raw=raw)
    for call in (Call("call_1", "f", arguments), Call("call_1", name, arguments)):
        checked = check_call(call, [tool])
        result = plausible_result(tool, call)

        assert_readable(checked.problems, arguments)
        assert checked.is_valid <= (checked.arguments is not None)
        assert result.encode()
        json.loads(result)
