"""What somebody's document holds, as the type it should have had; empty where it has not."""

from switchboard.wire import Json, JsonObject


def object_in(value: Json) -> JsonObject:
    """The value when it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def list_in(value: Json) -> list[Json]:
    """The value when it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def text_in(value: Json) -> str:
    """The value when it is a text, without the spaces around it, else an empty one."""
    return value.strip() if isinstance(value, str) else ""


def texts_in(value: Json) -> list[str]:
    """The texts of a list, each once, in order."""
    return [*dict.fromkeys(item for item in list_in(value) if isinstance(item, str))]
