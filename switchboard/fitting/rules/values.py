"""Rules for enums and constants."""

from collections.abc import Iterator

from switchboard.fitting.conjunction import both
from switchboard.fitting.edits import At, Edit, replaced, without
from switchboard.fitting.naming import named
from switchboard.payload.gemini.scalars import as_text
from switchboard.tools.schemas import validator_of
from switchboard.wire import Json, JsonObject


def constant_as_enum(node: JsonObject, at: At) -> Iterator[Edit]:
    """``const`` becomes an ``enum`` of one."""
    if "const" in node:
        one: JsonObject = {"enum": [node["const"]]}
        is_exact = both(one, {key: node[key] for key in ("enum",) if key in node}) is not None
        yield Edit(
            "enum",
            f"The constant {named(at.path)} becomes an `enum` of one",
            lambda now: replaced(now, "const", one),
            "" if is_exact else "It was not among the values to choose from.",
            beneath=("const",),
            loosens=not is_exact,
            is_first=True,
        )


def without_empty_text(node: JsonObject, at: At) -> Iterator[Edit]:
    """The empty text goes from ``enum``, and with it an ``enum`` that has nothing else."""
    values = node.get("enum")
    if isinstance(values, list) and "" in values:
        rest = [each for each in values if each != ""]
        yield Edit(
            "fill",
            f"The empty text is no longer among the values of {named(at.path)}",
            lambda now: _of_values(now, rest),
            "It cannot be chosen any more." if rest else "It was the only one; any text is taken.",
            beneath=("enum",),
            loosens=not rest,
            is_first=True,
        )


def enum_as_text(node: JsonObject, at: At) -> Iterator[Edit]:
    """The values of ``enum`` become text; null among them goes."""
    yield from _as_texts(node, at, is_nullable=False)


def enum_as_nullable_text(node: JsonObject, at: At) -> Iterator[Edit]:
    """The values of ``enum`` become text; null among them becomes ``nullable``."""
    yield from _as_texts(node, at, is_nullable=True)


def _as_texts(node: JsonObject, at: At, *, is_nullable: bool) -> Iterator[Edit]:
    values = node.get("enum")
    if not isinstance(values, list) or (node.get("type") == "string" and _are_texts(values)):
        return
    fitting = _that_fit([each for each in values if each is not None], node)
    texts = _texts(fitting or values)
    are_texts = _are_texts([each for each in values if each is not None])
    mark: JsonObject = {"nullable": True} if is_nullable and None in values else {}
    yield Edit(
        "texts",
        f"The values of {named(at.path)} become text",
        lambda now: {**_chosen(now, texts), **mark},
        _texts_meaning(is_null_lost=None in values and not mark, are_texts=are_texts),
        beneath=("enum",),
        loosens=not fitting,
        is_first=True,
    )


def alternatives_as_enum(node: JsonObject, at: At) -> Iterator[Edit]:
    """Alternatives that are all constants become one ``enum``, but not the arguments as a whole."""
    variants = node.get("anyOf")
    if not isinstance(variants, list) or not variants or at.is_root:
        return
    groups = [_values(each) for each in variants]
    if all(groups):
        values: list[Json] = [value for group in groups for value in group]
        yield Edit(
            "choice",
            f"The alternatives of {named(at.path)} become one `enum`",
            lambda now: replaced(now, "anyOf", {"enum": values}),
            beneath=("anyOf",),
            is_first=True,
        )


def first_alternative(node: JsonObject, at: At) -> Iterator[Edit]:
    """Of alternatives the first that can hold stays."""
    variants = node.get("anyOf")
    dicts = (
        [each for each in variants if isinstance(each, dict)] if isinstance(variants, list) else []
    )
    rest = without(node, "anyOf")
    joined = [each for each in (both(rest, variant) for variant in dicts) if each is not None]
    if joined:
        yield Edit(
            "first",
            f"Of the alternatives of {named(at.path)} the first stays",
            lambda _: joined[0],
            "The others are not taken any more.",
            beneath=("anyOf",),
            is_first=True,
        )


def _texts(values: list[Json]) -> list[Json]:
    return [*dict.fromkeys(as_text(each) for each in values if each is not None)]


def _chosen(node: JsonObject, texts: list[Json]) -> JsonObject:
    return _of_values({**without(node, *_LIMITS), "type": "string", **_default(node)}, texts)


def _of_values(node: JsonObject, values: list[Json]) -> JsonObject:
    return {**node, "enum": values} if values else without(node, "enum")


def _texts_meaning(*, is_null_lost: bool, are_texts: bool) -> str:
    null = "Null cannot be chosen any more." if is_null_lost else ""
    text = "" if are_texts else "The model answers with text where it was another value."
    return f"{text} {null}".strip()


def _default(node: JsonObject) -> JsonObject:
    default = node.get("default")
    return {} if default is None or isinstance(default, str) else {"default": as_text(default)}


def _are_texts(values: list[Json]) -> bool:
    return all(isinstance(each, str) for each in values)


def _values(schema: Json) -> list[Json]:
    """What the schema alone lets one choose from; nothing if it is no choice."""
    if not isinstance(schema, dict) or not schema.keys() <= _CHOOSING:
        return []
    values = [schema["const"]] if "const" in schema else schema.get("enum", [])
    return _that_fit(values, schema) if isinstance(values, list) else []


_CHOOSING = {"const", "enum", "type", "title", "description"}


_LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "pattern"),
)


def _that_fit(values: list[Json], schema: JsonObject) -> list[Json]:
    """Those that the type and the limits beside them take."""
    validator = validator_of({key: schema[key] for key in ("type", *_LIMITS) if key in schema})
    return [each for each in values if validator.is_valid(each)]
