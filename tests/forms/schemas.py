"""Schemas and values of every shape that a form has to deal with."""

from hypothesis import strategies as st

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NAMES = st.sampled_from(["a", "b", "city", "x y", "", "é"])
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES | TEXTS, inner, max_size=4),
    max_leaves=15,
)
REFERENCES = st.sampled_from(
    ["#", "#/$defs/x", "#/$defs/y", "#/properties/a", "#/nowhere", "other.json", "#anchor"]
)
PLAIN = st.sampled_from(
    [
        True,
        {},
        {"type": "string"},
        {"type": "number", "minimum": 2},
        {"type": "integer"},
        {"type": "boolean"},
        {"type": "null"},
        {"type": ["string", "null"]},
        {"type": ["integer", "array", "object"], "items": {"type": "integer"}},
        {"const": {"a": [1]}},
        {"minLength": 2},
    ]
)


def _objects(inner):
    return st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(NAMES, inner, max_size=4)},
        optional={
            "required": st.lists(NAMES, max_size=3, unique=True),
            "additionalProperties": st.booleans() | inner,
        },
    )


def _lists(inner):
    return st.fixed_dictionaries(
        {"type": st.just("array")},
        optional={"items": inner, "prefixItems": st.lists(inner, min_size=1, max_size=2)},
    )


def _combined(inner):
    several = st.lists(inner, min_size=1, max_size=3)
    return (
        st.builds(lambda of: {"anyOf": of}, several)
        | st.builds(lambda of: {"oneOf": of}, several)
        | st.builds(lambda of: {"allOf": of}, several)
        | st.builds(lambda of, also: {"anyOf": of, "oneOf": also}, several, several)
        | st.builds(lambda of: {"enum": of}, st.lists(VALUES, min_size=1, max_size=4))
        | st.builds(lambda to: {"$ref": to}, REFERENCES)
    )


PARTS = st.recursive(
    PLAIN, lambda inner: _objects(inner) | _lists(inner) | _combined(inner), max_leaves=8
)
SCHEMAS = st.builds(
    lambda whole, x, y: {**whole, "$defs": {"x": x, "y": y}}, _objects(PARTS), PARTS, PARTS
)
"""The schema of a tool's arguments; references may lead round and round, or nowhere."""
