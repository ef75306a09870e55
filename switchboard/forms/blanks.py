"""What a field begins with when it is set: as little as its schema allows."""

from typing import Any

from switchboard.forms.answers import Answer, Chosen, Listed, Named, Plain, Raw
from switchboard.forms.fields import Field
from switchboard.forms.prefilling import answers_of
from switchboard.wire import Json

_DEEPEST = 6
_MOST_ITEMS = 20
_MOST_MEMBERS = 50


def blank(field: Field, depth: int = 0) -> Answer:
    """The default, else the first option or alternative, else empty with what is required."""
    if "default" in field.shape and depth <= _DEEPEST:
        return answers_of(field, field.shape["default"])
    if depth > _DEEPEST or field.kind == "json":
        return Raw("null")
    if field.kind == "alternatives":
        return Chosen(0, blank(field.branches[0], depth + 1))
    if field.kind == "object":
        names = [name for name in field.names if name in field.required][:_MOST_MEMBERS]
        return Named(tuple((name, blank(field.member(name), depth + 1)) for name in names))
    if field.kind == "list":
        least = min(int(_number(field.shape.get("minItems"), 0)), _MOST_ITEMS)
        return Listed(tuple(blank(field.item(at), depth + 1) for at in range(least)))
    return Plain(_plain(field))


def _plain(field: Field) -> Json:
    if field.kind == "choice":
        return field.options[0]
    if field.kind in ("integer", "number"):
        least = _number(field.shape.get("minimum"), 0)
        return int(least) if field.kind == "integer" else least
    beginnings: dict[str, Json] = {"text": "", "boolean": False, "null": None}
    return beginnings[field.kind]


def _number(limit: Any, otherwise: float) -> float:
    is_number = isinstance(limit, int | float) and not isinstance(limit, bool)
    return limit if is_number else otherwise
