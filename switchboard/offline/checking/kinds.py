"""The JSON types as the reference names them, and its refusal of a wrong one."""

from collections.abc import Mapping
from typing import TypeAlias

from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject

Kind: TypeAlias = str

ARTICLES: Mapping[Kind, str] = {
    "string": "a string",
    "integer": "an integer",
    "decimal": "a decimal",
    "boolean": "a boolean",
    "object": "an object",
    "array": "an array",
    "null": "null",
}


def kind_of(value: Json) -> Kind:
    """The reference's name for the type of a JSON value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "decimal"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def expect(value: Json, path: str, *kinds: Kind) -> None:
    """Refuses a value of none of these types; an integer is a decimal too."""
    kind = kind_of(value)
    if kind in kinds or (kind == "integer" and "decimal" in kinds):
        return
    wanted = [ARTICLES[name] for name in kinds]
    expected = wanted[0] if len(wanted) == 1 else "one of " + " or ".join(wanted)
    raise Refusal(
        f"Invalid type for '{path}': expected {expected}, but got {ARTICLES[kind]} instead.",
        param=path,
        code="invalid_type",
    )


def expect_object(value: Json, path: str) -> JsonObject:
    """The value, when it is an object."""
    expect(value, path, "object")
    assert isinstance(value, dict)
    return value


def expect_array(value: Json, path: str) -> list[Json]:
    """The value, when it is an array."""
    expect(value, path, "array")
    assert isinstance(value, list)
    return value


def expect_string(value: Json, path: str) -> str:
    """The value, when it is a string."""
    expect(value, path, "string")
    assert isinstance(value, str)
    return value


def expect_choice(value: Json, path: str, *choices: str) -> str:
    """The value, when it is one of these strings."""
    text = expect_string(value, path)
    if text in choices:
        return text
    raise Refusal(
        f"Invalid value: '{text}'. Supported values are: {spoken_list(choices)}.",
        param=path,
        code="invalid_value",
    )


def require(holder: JsonObject, key: str, path: str) -> Json:
    """What the object holds under this key; refuses an object without it."""
    if key in holder:
        return holder[key]
    raise Refusal(
        f"Missing required parameter: '{path}'.", param=path, code="missing_required_parameter"
    )


def spoken_list(choices: tuple[str, ...]) -> str:
    """``'a', 'b', and 'c'``."""
    quoted = [f"'{choice}'" for choice in choices]
    if len(quoted) < 3:
        return " and ".join(quoted)
    return f"{', '.join(quoted[:-1])}, and {quoted[-1]}"
