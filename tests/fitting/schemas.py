"""Schemas of every shape, and values that more or less fit them, for tests of properties."""

from hypothesis import strategies as st

NAMES = st.sampled_from(["a", "b", "c"])
WORDS = st.sampled_from(["a word", "Two. Words", "", "字"])
SCALARS = st.sampled_from(["x", "1", "", 0, 1, 2, 2.5, True, False, None])


def _with(schema, **optional):
    return st.fixed_dictionaries(schema, optional=optional)


NUMBERS = _with(
    {"type": st.sampled_from(["integer", "number", ["integer", "null"]])},
    minimum=st.sampled_from([0, 1]),
    exclusiveMinimum=st.sampled_from([0, 0.5, 1]),
    exclusiveMaximum=st.sampled_from([2, 3]),
    multipleOf=st.just(2),
    description=WORDS,
    default=st.just(1),
)
TEXTS = _with(
    {"type": st.sampled_from(["string", ["string", "null"], ["string", "integer"]])},
    minLength=st.sampled_from([0, 1]),
    format=st.sampled_from(["uri", "date"]),
    pattern=st.just("^x?$"),
    description=WORDS,
    default=st.just("x"),
)
CHOICES = st.one_of(
    _with({"enum": st.lists(SCALARS, min_size=1, max_size=3, unique_by=repr)}, title=WORDS),
    _with(
        {
            "type": st.sampled_from(["integer", "string", ["string", "null"]]),
            "enum": st.lists(SCALARS, min_size=1, max_size=3, unique_by=repr),
        },
        default=SCALARS,
    ),
    st.fixed_dictionaries({"const": SCALARS}),
)
REFERENCES = _with(
    {"$ref": st.sampled_from(["#", "#/$defs/a", "#/$defs/b", "#/properties/a"])},
    description=WORDS,
    minLength=st.just(1),
)
LEAVES = st.one_of(
    NUMBERS, TEXTS, CHOICES, REFERENCES, st.sampled_from([{}, {"type": "null"}, True, False])
)


def _larger(inner):
    named = st.dictionaries(NAMES, inner, max_size=3)
    several = st.lists(inner, min_size=1, max_size=3)
    objects = _with(
        {"type": st.just("object"), "properties": named},
        required=st.lists(NAMES, max_size=2, unique=True),
        additionalProperties=st.one_of(st.booleans(), inner),
        minProperties=st.just(1),
        patternProperties=st.dictionaries(st.just("^a"), inner, max_size=1),
        dependentRequired=st.just({"a": ["b"]}),
        propertyNames=st.just({"minLength": 1}),
        anyOf=several,
    )
    lists = _with(
        {"type": st.just("array")},
        items=inner,
        minItems=st.just(1),
        uniqueItems=st.booleans(),
        prefixItems=several,
    )
    combined = st.one_of(
        _with({"anyOf": several}, description=WORDS, type=st.just("string")),
        _with({"oneOf": several}, properties=named),
        _with({"allOf": several}, properties=named, additionalProperties=st.just(False)),
        _with({"not": inner}, type=st.just("string")),
        _with({"if": inner}, then=inner, properties=named),
    )
    return st.one_of(objects, lists, combined)


SCHEMAS = st.recursive(LEAVES, _larger, max_leaves=6)


@st.composite
def parameters(draw):
    """The parameters of a tool; they may be wrong in the ways references can be."""
    properties = draw(st.dictionaries(NAMES, SCHEMAS, max_size=3))
    root = {"type": "object", "properties": properties}
    root["required"] = draw(st.lists(NAMES, max_size=2, unique=True))
    if draw(st.booleans()):
        root |= draw(_larger(LEAVES))
        root["type"] = "object"
    root["$defs"] = draw(st.fixed_dictionaries({"a": SCHEMAS, "b": LEAVES}))
    return root


ANY_VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=5,
)


@st.composite
def values_for(draw, schema, root, depth=0):
    """A value made along the schema; it fits often, not always."""
    if not isinstance(schema, dict) or depth > 6 or draw(st.integers(0, 9)) == 0:
        return draw(ANY_VALUES)
    if "$ref" in schema:
        return draw(values_for(_target(root, schema["$ref"]), root, depth + 1))
    for key in ("anyOf", "oneOf", "allOf"):
        if key in schema and draw(st.booleans()):
            return draw(values_for(draw(st.sampled_from(schema[key])), root, depth + 1))
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    kinds = schema.get("type", "object")
    kind = draw(st.sampled_from(kinds)) if isinstance(kinds, list) else kinds
    if kind == "object":
        names = draw(st.permutations([*schema.get("properties", {})]))
        kept = {*schema.get("required", []), *names[: draw(st.integers(0, 3))]}
        inner = schema.get("properties", {})
        return {
            name: draw(values_for(inner.get(name, True), root, depth + 1)) for name in sorted(kept)
        }
    if kind == "array":
        entry = values_for(schema.get("items", True), root, depth + 1)
        return [draw(entry) for _ in range(draw(st.integers(0, 2)))]
    return draw(_SCALARS_OF[kind])


_SCALARS_OF = {
    "string": st.sampled_from(["x", "", "1", "a word"]),
    "integer": st.sampled_from([0, 1, 2, 3]),
    "number": st.sampled_from([0, 0.5, 1, 2.5, 3]),
    "boolean": st.booleans(),
    "null": st.none(),
}


def _target(root, reference):
    found = root
    for step in reference.split("/")[1:]:
        found = found.get(step, {}) if isinstance(found, dict) else {}
    return found
