"""What a schema says, read so that nothing somebody wrote raises."""

from typing import Any

from switchboard.wire import Json, JsonObject


def kinds(schema: JsonObject) -> tuple[str, ...]:
    """The types a schema names; none when it names none."""
    kind = schema.get("type")
    listed = kind if isinstance(kind, list) else [kind]
    return tuple(each for each in listed if isinstance(each, str))


def properties_of(schema: JsonObject) -> JsonObject:
    """Its properties, as far as they are an object."""
    return _object(schema.get("properties"))


def required_of(schema: JsonObject) -> list[Json]:
    """What it requires, as far as that is a list."""
    required = schema.get("required")
    return required if isinstance(required, list) else []


def left_out(schema: JsonObject) -> list[str]:
    """Properties that are not required, in their order."""
    required = {each for each in required_of(schema) if isinstance(each, str)}
    return [name for name in properties_of(schema) if name not in required]


def values_of(schema: JsonObject) -> list[Json]:
    """What its ``enum`` lists, as far as that is a list."""
    values = schema.get("enum")
    return values if isinstance(values, list) else []


def _object(value: Any) -> JsonObject:
    return value if isinstance(value, dict) else {}


def text(value: Json) -> str:
    """The text; empty when it is none."""
    return value if isinstance(value, str) else ""
