"""Default values that mean in Python what they mean in JSON."""

from switchboard.formats.python_code.literals import literal
from switchboard.wire import Json, JsonObject


def default_of(schema: JsonObject) -> str | None:
    """The source of the schema's default; ``None`` without one.

    An object's is not taken over: the default would be a ``dict`` where a model is promised.
    """
    if "default" not in schema:
        return None
    default = schema["default"]
    values = default if isinstance(default, list) else [default]
    return literal(default) if all(map(_is_plain, values)) else None


def _is_plain(value: Json) -> bool:
    return not isinstance(value, list | dict)
