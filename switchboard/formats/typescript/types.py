"""Types as TypeScript writes them."""

from switchboard.formats.shapes import (
    Choice,
    Either,
    ListOf,
    MapOf,
    Named,
    Nothing,
    Scalar,
    Shape,
    TupleOf,
)
from switchboard.formats.typescript.texts import value_literal

_SCALARS = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def type_of(shape: Shape) -> str:
    """The type."""
    if isinstance(shape, Named):
        return shape.name
    if isinstance(shape, Either):
        return " | ".join(dict.fromkeys(map(type_of, shape.members)))
    if isinstance(shape, Choice):
        return " | ".join(map(value_literal, shape.values))
    if isinstance(shape, Scalar):
        return _SCALARS[shape.kind]
    if isinstance(shape, ListOf):
        return f"Array<{type_of(shape.item)}>"
    if isinstance(shape, MapOf):
        return f"Record<string, {type_of(shape.item)}>"
    if isinstance(shape, TupleOf):
        return f"[{', '.join(map(type_of, shape.items))}]"
    return "never" if isinstance(shape, Nothing) else "unknown"


def unsaid(shape: Shape) -> set[str]:
    """The limits within that a type does not say."""
    if isinstance(shape, Scalar):
        return {*shape.limits, *(("integer",) if shape.kind == "integer" else ())}
    if isinstance(shape, ListOf | MapOf):
        return {*shape.limits} | unsaid(shape.item)
    if isinstance(shape, Either | TupleOf):
        members = shape.members if isinstance(shape, Either) else shape.items
        return set().union(*map(unsaid, members))
    return set()
