"""Rules for ``type``: there where it can be told, and one alone where only one is taken."""

from collections.abc import Iterator

from switchboard.fitting.conjunction import both
from switchboard.fitting.edits import At, Edit, without
from switchboard.fitting.naming import named
from switchboard.fitting.rules.references import DEFINITIONS
from switchboard.payload.gemini.merging import merged
from switchboard.payload.gemini.scalars import with_one_type
from switchboard.wire import Json, JsonObject

_SHAPING = {"properties": "object", "items": "array", "prefixItems": "array"}
_FREE = frozenset({"anyOf", "oneOf", "allOf", "$ref", "enum", "const", "type"})


def typed(node: JsonObject, at: At) -> Iterator[Edit]:
    """A schema of properties is one of an object, a schema of items one of an array."""
    kind = next((_SHAPING[key] for key in _SHAPING if key in node), "object" if at.is_root else "")
    if kind and "type" not in node and not node.keys() & {"$ref", "allOf", "oneOf"}:
        yield Edit(
            "type",
            f"The type of {named(at.path)} becomes {kind}",
            lambda now: {"type": kind, **now},
            "Other values were allowed before." if not at.is_root else "",
            beneath=("type",),
        )


def always_typed(node: JsonObject, at: At) -> Iterator[Edit]:
    """Every schema has a type: by what it speaks of, else text."""
    if not node.keys() & _FREE:
        kind = "object" if at.is_root else str(with_one_type(node)["type"])
        yield Edit(
            "type",
            f"The type of {named(at.path)} becomes {kind}",
            lambda now: {"type": kind, **now},
            "It allowed anything before." if kind == "string" else "",
            beneath=("type",),
        )


def booleans_worded(node: JsonObject, at: At) -> Iterator[Edit]:
    """A property that is anything at all becomes text."""
    properties = node.get("properties")
    for name, schema in properties.items() if isinstance(properties, dict) else ():
        if isinstance(schema, bool):
            path = ("properties", name)
            yield Edit(
                "text",
                f"The type of {named((*at.path, *path))} becomes string",
                lambda now, name=name: _as_text(now, name),  # type: ignore[misc]
                "It allowed anything before." if schema else "It allowed nothing before.",
                beneath=path,
                loosens=not schema,
                is_first=True,
            )


def types_as_alternatives(node: JsonObject, at: At) -> Iterator[Edit]:
    """A list of types becomes ``anyOf``."""
    kinds = _several(node)
    if kinds:
        yield Edit(
            "types",
            f"The types of {named(at.path)} become alternatives",
            lambda now: _spread_types(now, kinds),
            beneath=("type",),
            is_first=True,
        )


def one_type(node: JsonObject, at: At) -> Iterator[Edit]:
    """Of a list of types one stays: text where it is among them."""
    kinds = _several(node)
    if kinds:
        kept = "string" if "string" in kinds else "number" if "number" in kinds else kinds[0]
        yield Edit(
            "types",
            f"The type of {named(at.path)} becomes {kept} alone",
            lambda now: {**now, "type": kept},
            "The other types are not taken any more.",
            beneath=("type",),
            is_first=True,
        )


def alternatives_alone(node: JsonObject, at: At) -> Iterator[Edit]:
    """What stands beside ``anyOf`` goes into each alternative; a single one takes its place."""
    variants = node.get("anyOf")
    beside = without(node, "anyOf", *DEFINITIONS)
    if not isinstance(variants, list) or (len(variants) > 1 and not beside):
        return
    joined = [both(each, beside) for each in variants if isinstance(each, dict)]
    if "$ref" in beside or "oneOf" in beside or "allOf" in beside:
        return
    is_nothing = not joined and True not in variants
    yield Edit(
        "spread",
        f"What stands beside the alternatives of {named(at.path)} goes into them"
        if len(variants) > 1
        else f"The only alternative of {named(at.path)} takes its place",
        lambda now: _spread(without(now, *DEFINITIONS)) | _definitions(now),
        "It allowed nothing before."
        if is_nothing
        else "Where the two say different things, the alternative holds."
        if None in joined
        else "",
        beneath=("anyOf",),
        loosens=is_nothing or None in joined,
        is_first=True,
    )


def _several(node: JsonObject) -> list[Json]:
    kinds = node.get("type")
    return kinds if isinstance(kinds, list) else []


def _spread_types(node: JsonObject, kinds: list[Json]) -> JsonObject:
    rest = without(node, "type")
    if len(kinds) == 1:
        return {"type": kinds[0], **rest}
    if not isinstance(variants := rest.get("anyOf"), list):
        return {**rest, "anyOf": [{"type": kind} for kind in kinds]}
    dicts = [each for each in variants if isinstance(each, dict)]
    fitting: list[Json] = [each for v in dicts if (each := both(v, {"type": kinds})) is not None]
    return {**rest, "anyOf": fitting or [{"type": kinds[0]}]}


def _definitions(node: JsonObject) -> JsonObject:
    """What references name stays where it is."""
    return {key: node[key] for key in DEFINITIONS if key in node}


def _spread(node: JsonObject) -> JsonObject:
    beside = without(node, "anyOf")
    variants = node.get("anyOf")
    dicts = (
        [each for each in variants if isinstance(each, dict)] if isinstance(variants, list) else []
    )
    if not dicts:
        return beside
    if len(dicts) == 1:
        return both(beside, dicts[0]) or merged(dicts[0], beside)
    joined = [each for each in (both(each, beside) for each in dicts) if each is not None]
    whole: list[Json] = [*(joined or [merged(each, beside) for each in dicts])]
    return {"anyOf": whole} if len(whole) > 1 else joined[0]


def _as_text(node: JsonObject, name: str) -> JsonObject:
    properties = node.get("properties")
    inner = properties if isinstance(properties, dict) else {}
    return {**node, "properties": {**inner, name: {"type": "string"}}}
