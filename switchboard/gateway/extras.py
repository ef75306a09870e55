"""Keys the interface does not know, kept as they came so that they can be sent back."""

from typing import Any


def keep_extra(extras: dict[str, Any], key: str, value: Any) -> None:
    """Keeps one. Over a stream, lists grow and objects are filled; else the last value counts."""
    if _is_empty(value):
        return
    held = extras.get(key)
    if isinstance(held, list) and isinstance(value, list):
        held += value  # In place, or a list that grows with each chunk would be copied with each.
    elif isinstance(held, dict) and isinstance(value, dict):
        extras[key] = held | value
    else:
        extras[key] = value


def kept_extras(extras: dict[str, Any]) -> dict[str, Any]:
    """What has been kept so far; does not grow any more."""
    return {key: value[:] if isinstance(value, list) else value for key, value in extras.items()}


def _is_empty(value: Any) -> bool:
    # Null, "" and {"id": "", "data": ""} say nothing; sending them back can be refused.
    if isinstance(value, dict):
        return all(_is_empty(inner) for inner in value.values())
    return value is None or value == "" or value == [] or (value == 0 and value is not False)
