"""The bounded keywords against the stock ones, on schemas made of them."""

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from referencing import Registry

from switchboard.tools import check_schema, value_problems

names = st.sampled_from(["a", "b", "ab", "c1"])
patterns = st.sampled_from(["^a", "b$", "[0-9]", "^$", "a|c"])
values = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from([0.0, 1.0, 1.5]) | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=6,
)
kinds = st.sampled_from(["object", "array", "string", "integer", "number", "boolean", "null"])


def keywords(inner):
    several = st.lists(inner, min_size=1, max_size=2)
    words = {
        "type": kinds | st.lists(kinds, min_size=1, max_size=3, unique=True),
        "properties": st.dictionaries(names, inner, max_size=2),
        "patternProperties": st.dictionaries(patterns, inner, max_size=2),
        "additionalProperties": inner,
        "unevaluatedProperties": inner,
        "unevaluatedItems": inner,
        "dependentSchemas": st.dictionaries(names, inner, max_size=2),
        "required": st.lists(names, max_size=2, unique=True),
        "propertyNames": st.fixed_dictionaries({"pattern": patterns}),
        "items": inner,
        "contains": inner,
        "uniqueItems": st.booleans(),
        "pattern": patterns,
        "enum": st.lists(values, min_size=1, max_size=2),
        "const": values,
        "minimum": st.integers(-1, 2),
        "maxLength": st.integers(0, 2),
        "multipleOf": st.sampled_from([1, 2, 0.5]),
        "allOf": several,
        "anyOf": several,
        "oneOf": several,
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "$ref": st.sampled_from(["#/$defs/a", "#/$defs/b"]),
    }
    one = st.one_of(*(st.tuples(st.just(word), value) for word, value in words.items()))
    return st.lists(one, min_size=1, max_size=3).map(dict)


schemas = st.recursive(st.booleans(), keywords, max_leaves=6)
roots = st.builds(
    lambda schema, a, b: {
        **(schema if isinstance(schema, dict) else {}),
        "$defs": {"a": a, "b": b},
    },
    schemas,
    schemas,
    schemas,
)


@given(roots, values, st.sampled_from([Draft7Validator, Draft202012Validator]))
@settings(max_examples=600)
def test_the_verdict_is_that_of_jsonschema(root, value, draft):
    schema = {**root, "$schema": draft.META_SCHEMA["$schema"]}
    if check_schema(schema):
        return

    stock = draft(schema, registry=Registry())

    assert (value_problems(value, schema) == []) == stock.is_valid(value)


@given(roots, values)
@settings(max_examples=150, deadline=None)
def test_2019_09_gives_a_verdict_where_jsonschema_raises(root, value):
    schema = {**root, "$schema": "https://json-schema.org/draft/2019-09/schema"}

    problems = value_problems(value, schema)

    assert not any("jsonschema failed" in problem.message for problem in problems)
