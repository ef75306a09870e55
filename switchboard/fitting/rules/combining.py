"""Rules for ``allOf``, ``oneOf`` and ``anyOf``."""

from collections.abc import Iterator
from functools import reduce

from switchboard.fitting.conjunction import all_of
from switchboard.fitting.edits import At, Edit, TooMuch, replaced, without
from switchboard.fitting.naming import named
from switchboard.fitting.rules.references import inline, is_cut, refers, target_of
from switchboard.payload.gemini.merging import any_of_them, merged
from switchboard.tools.quoting import code
from switchboard.wire import Json, JsonObject

_MOST_REFERENCES = 500
_LOSSY = "Where two say different things, the first holds."


def all_of_merged(node: JsonObject, at: At) -> Iterator[Edit]:
    """``allOf`` becomes one schema that says the same; where none can, it stays."""
    yield from _merging(node, at, is_lossy=False)


def all_of_merged_at_any_price(node: JsonObject, at: At) -> Iterator[Edit]:
    """``allOf`` becomes one schema; of what cannot be laid together, the first holds."""
    yield from _merging(node, at, is_lossy=True)


def one_of_opened(node: JsonObject, at: At) -> Iterator[Edit]:
    """``oneOf`` becomes ``anyOf``."""
    variants = node.get("oneOf")
    if not isinstance(variants, list) or "anyOf" in node:
        return
    is_same = are_apart(variants)
    yield Edit(
        "any-of",
        f"`oneOf` of {named(at.path)} becomes `anyOf`",
        lambda now: replaced(now, "oneOf", {"anyOf": variants}),
        "" if is_same else "More than one of the alternatives may fit now.",
        beneath=("oneOf",),
        loosens=not is_same,
        is_first=True,
        is_everywhere=refers(variants),
    )


def required_alternatives(node: JsonObject, at: At) -> Iterator[Edit]:
    """``anyOf`` that only says which properties go together is put into words."""
    variants = node.get("anyOf")
    if not isinstance(variants, list) or not variants or "properties" not in node:
        return
    groups = [
        each.get("required")
        for each in variants
        if isinstance(each, dict) and each.keys() == {"required"}
    ]
    if len(groups) < len(variants):
        return
    told = " or ".join(_names(group) for group in groups)
    yield Edit(
        "tell",
        f"Which properties of {named(at.path)} are required is told in its description",
        lambda now: with_words(without(now, "anyOf"), f"Required: {told}."),
        "It is not checked any more.",
        beneath=("anyOf",),
        loosens=True,
        is_first=True,
    )


def alternatives_of_the_root(node: JsonObject, at: At) -> Iterator[Edit]:
    """The parameters as alternatives become one object with the properties of all."""
    if at.is_root:
        yield from united(node, at)


def united(node: JsonObject, at: At) -> Iterator[Edit]:
    """Alternatives that are all objects become one object with the properties of all."""
    variants = node.get("anyOf")
    if not isinstance(variants, list):
        return
    schemas, references = _resolved_all([each for each in variants if isinstance(each, dict)], at)
    rest = without(node, "anyOf")
    objects = [merged(rest, each) for each in schemas if _is_object(merged(rest, each))]
    if not objects or (len(objects) < len(schemas) and not at.is_root):
        return
    words = {
        key: rest[key] for key in ("title", "description", "$defs", "definitions") if key in rest
    }
    yield Edit(
        "union",
        f"The alternatives of {named(at.path)} become one object",
        lambda _: words | any_of_them([without(each, *words) for each in objects]),
        "It has the properties of all alternatives; which go together is not checked any more.",
        beneath=("anyOf",),
        loosens=True,
        is_first=True,
        through=references,
    )


def are_apart(variants: list[Json]) -> bool:
    """Whether no value can fit two of them, as far as types and constants show it."""
    marks = [_mark(each) for each in variants]
    return None not in marks and len({*marks}) == len(marks)


def with_words(node: JsonObject, sentence: str) -> JsonObject:
    """With a sentence at the end of the description, once."""
    description = node.get("description")
    said = description if isinstance(description, str) else ""
    if sentence in said:
        return node
    stop = "" if not said or said.rstrip().endswith((".", "!", "?", "。", ":", ";")) else "."
    return {**node, "description": f"{said.rstrip()}{stop} {sentence}".strip()}


def _merging(node: JsonObject, at: At, *, is_lossy: bool) -> Iterator[Edit]:
    members = node.get("allOf")
    if not isinstance(members, list):
        return
    schemas, references = _resolved_all([each for each in members if isinstance(each, dict)], at)
    rest = without(node, "allOf")
    whole = all_of([rest, *schemas])
    is_exact = whole is not None and False not in members
    if not is_exact and not is_lossy:
        return
    yield Edit(
        "merge",
        f"`allOf` of {named(at.path)} is merged",
        lambda now: _whole(without(now, "allOf"), schemas),
        "" if is_exact else _LOSSY,
        beneath=("allOf",),
        loosens=not is_exact,
        is_first=True,
        through=references,
    )


def _whole(node: JsonObject, schemas: list[JsonObject]) -> JsonObject:
    whole = all_of([node, *schemas])
    return reduce(merged, schemas, node) if whole is None else whole


def _resolved_all(schemas: list[JsonObject], at: At) -> tuple[list[JsonObject], tuple[str, ...]]:
    """With the references at their tops replaced, and which these were."""
    references: list[str] = []
    found = [_resolved(each, at, references) for each in schemas]
    return found, tuple(references)


def _resolved(schema: JsonObject, at: At, references: list[str]) -> JsonObject:
    target = target_of(schema, at)
    reference = schema.get("$ref")
    if target is None or not isinstance(reference, str) or is_cut(reference, at):
        return schema
    if len(references) > _MOST_REFERENCES:
        raise TooMuch
    references.append(reference)
    return _resolved(inline(schema, target), at, references)


def _is_object(schema: JsonObject) -> bool:
    return schema.get("type", "object") == "object" and isinstance(schema.get("properties"), dict)


def _names(group: Json) -> str:
    names = group if isinstance(group, list) else []
    return " and ".join(code(str(name)) for name in names) or "nothing"


def _mark(variant: Json) -> str | None:
    if not isinstance(variant, dict):
        return None
    kind = variant.get("type")
    if not isinstance(kind, str) or kind == "number":
        return None
    return kind
