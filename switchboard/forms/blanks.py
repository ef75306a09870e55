"""What a field begins with when it is set: as little as its schema allows."""

from collections.abc import Iterator
from typing import Any

from switchboard.forms.answers import Answer, Chosen, Listed, Named, Plain, Raw
from switchboard.forms.fields import Field
from switchboard.forms.prefilling import answers_of
from switchboard.wire import Json

_DEEPEST = 6
_MOST_FIELDS = 100
_MOST_ITEMS = 20
_MOST_MEMBERS = 50


def blank(field: Field) -> Answer:
    """The default, else the first option or alternative, else empty with what is required.

    Of a schema that requires itself several times over, no more than can be drawn: then ``null``.
    """
    return _Blanks().of(field, depth=0)


class _Blanks:
    """Makes one blank, as long as there is room."""

    def __init__(self) -> None:
        self._room = _MOST_FIELDS

    def of(self, field: Field, *, depth: int) -> Answer:
        self._room -= 1
        if depth > _DEEPEST or self._room < 0:
            return Raw("null")
        if "default" in field.shape:
            return answers_of(field, field.shape["default"])
        if field.kind == "json":
            return Raw("null")
        if field.kind == "alternatives":
            return Chosen(0, self.of(field.branches[0], depth=depth + 1))
        if field.kind == "object":
            return Named(tuple(self._members(field, depth)))
        if field.kind == "list":
            least = min(int(_number(field.shape.get("minItems"), 0)), _MOST_ITEMS)
            return Listed(tuple(self.of(field.item(at), depth=depth + 1) for at in range(least)))
        return Plain(_plain(field))

    def _members(self, field: Field, depth: int) -> Iterator[tuple[str, Answer]]:
        names = [name for name in field.names if name in field.required]
        for name in names[:_MOST_MEMBERS]:
            yield name, self.of(field.member(name), depth=depth + 1)


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
