"""A condition's value as a person types it, of the type that the argument has."""

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from switchboard.forms import Field, same
from switchboard.simulate.plans import Relation, SimpleCondition
from switchboard.tools.json_text import read_json
from switchboard.wire import Json

_RELATIONS: tuple[Relation, ...] = get_args(Relation)


class NotTaken(ValueError):
    """What was typed is no such value; its text is a sentence for the person."""


def beginning(field: Field) -> Json:
    """A value to begin with: the first choice, an empty text, 0, false."""
    if field.options:
        return field.options[0]
    plain: dict[str, Json] = {"integer": 0, "number": 0, "boolean": False, "null": None}
    return plain.get(field.kind, "")


def typed_value(text: str, field: Field) -> Json:
    """What the text means for this argument. Raises ``NotTaken``."""
    if field.kind == "text":
        return text
    reading = read_json(text.strip())
    if field.kind in ("integer", "number"):
        return _number(reading.value if reading.is_json else text, text, field)
    return reading.value if reading.is_json and not reading.problems else text


def value_text(value: Json, field: Field) -> str:
    """As ``typed_value`` reads it."""
    if isinstance(value, str) and (field.kind == "text" or not read_json(value.strip()).is_json):
        return value
    return json.dumps(value, ensure_ascii=False)


def with_relation(condition: SimpleCondition, relation: Relation, field: Field) -> SimpleCondition:
    """The condition with another relation, its value kept as far as it can be."""
    old = condition.value
    one = old[0] if isinstance(old, list) and old else old
    is_number = isinstance(one, int | float) and not isinstance(one, bool)
    is_valueless = condition.relation in ("is given", "is not given")
    plain = beginning(field) if is_valueless or isinstance(one, list) else one
    values: dict[str, Json] = {
        "is": plain,
        "is one of": [plain],
        "matches": one if isinstance(one, str) else "",
        "at least": one if is_number else 0,
        "at most": one if is_number else 0,
    }
    return SimpleCondition(condition.argument, relation, values.get(relation))


def relations_for(field: Field) -> list[Relation]:
    """Those that can hold of such an argument."""
    takes_any = field.kind in ("json", "alternatives")
    unfit: set[str] = set()
    if not takes_any and field.kind not in ("text", "choice"):
        unfit |= {"matches"}
    if not takes_any and field.kind not in ("integer", "number"):
        unfit |= {"at least", "at most"}
    return [one for one in _RELATIONS if one not in unfit]


def field_for(field: Field, values: Sequence[Json]) -> Field:
    """The field; one of any JSON where a value is of another type than the argument has."""
    is_suited = all(_is_kept(value, field) for value in values)
    return field if is_suited else replace(field, schema={})


def _is_kept(value: Json, field: Field) -> bool:
    """Whether it is the same once it was shown and read again."""
    try:
        return same(typed_value(value_text(value, field), field), value)
    except NotTaken:
        return False


def _number(value: Json, text: str, field: Field) -> Json:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and (field.kind == "number" or not value % 1):  # type: ignore[operator]
        return value
    kind = "a whole number" if field.kind == "integer" else "a number"
    raise NotTaken(f"`{field.name}` is {kind}, and {json.dumps(text)} is none: not taken.")
