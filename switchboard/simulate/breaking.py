"""The ways in which one part of a value can be made to break its schema."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from switchboard.simulate.walking import Part
from switchboard.tools.shapes import listed
from switchboard.wire import Json

_LONGEST = 10_000
_MOST_ITEMS = 500
_OTHERS: tuple[tuple[str, str, Json], ...] = (
    ("string", "a text", "a text"),
    ("number", "a number", 1.5),
    ("boolean", "true", True),
    ("array", "a list", []),
    ("object", "an object", {}),
)


@dataclass(frozen=True, slots=True)
class Break:
    """A part made wrong; whether it really is, the check says."""

    keyword: str
    says: str
    value: Json


_Way: TypeAlias = Callable[[Part, Any], Iterator[Break]]


def breaks(part: Part) -> Iterator[Break]:
    """One for each keyword of the part's schema that something can be done about."""
    for keyword, way in _WAYS.items():
        if keyword in part.wanted:
            yield from way(part, part.wanted[keyword])


def _required(part: Part, names: Any) -> Iterator[Break]:
    if isinstance(part.value, dict) and isinstance(names, list):
        for name in names:
            if name in part.value:
                rest = {key: item for key, item in part.value.items() if key != name}
                where = f" in {part.name}" if part.path else ""
                yield Break("required", f"`{name}` is missing{where}", rest)


def _type(part: Part, types: Any) -> Iterator[Break]:
    wanted = types if isinstance(types, list) else [types]
    if "null" not in wanted:
        yield Break("type", f"{part.name} is null", None)
    if "integer" in wanted and "number" not in wanted:
        yield Break("type", f"{part.name} is no whole number", 1.5)
    quoted = _quoted(part.value)
    if quoted is not None and "string" not in wanted:
        yield Break("type", f"{part.name} is written as a text", quoted)
        return
    for kind, words, value in _OTHERS:
        if kind not in wanted and not (kind == "number" and "integer" in wanted):
            yield Break("type", f"{part.name} is {words}", value)
            return


def _quoted(value: Json) -> str | None:
    """As models write numbers that they take for texts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else None


def _enum(part: Part, options: Any) -> Iterator[Break]:
    texts = [one for one in options if isinstance(one, str)] if isinstance(options, list) else []
    if texts and texts[0].swapcase() not in texts:
        yield Break("enum", f"{part.name} is in the wrong case", texts[0].swapcase())
    yield Break("enum", f"{part.name} is none of its choices", "none of these")


def _const(part: Part, _: Any) -> Iterator[Break]:
    yield Break("const", f"{part.name} is not its one value", "another value")


def _beyond(keyword: str, words: str, step: int, *, is_exclusive: bool = False) -> _Way:
    def way(part: Part, limit: Any) -> Iterator[Break]:
        if _is_number(limit):
            yield Break(keyword, f"{part.name} is {words}", limit if is_exclusive else limit + step)

    return way


def _multiple(part: Part, step: Any) -> Iterator[Break]:
    if _is_number(step) and _is_number(part.value):
        is_whole = part.wanted.get("type") == "integer"
        value = part.value + (1 if is_whole else step / 2)  # type: ignore[operator]
        yield Break("multipleOf", f"{part.name} is no multiple of {step}", value)


def _short(part: Part, least: Any) -> Iterator[Break]:
    if isinstance(part.value, str) and _is_number(least) and least > 0:
        yield Break("minLength", f"{part.name} is too short", part.value[: int(least) - 1])


def _long(part: Part, most: Any) -> Iterator[Break]:
    if isinstance(part.value, str) and _is_number(most) and most < _LONGEST:
        value = (part.value or "x").ljust(int(most) + 1, "x")
        yield Break("maxLength", f"{part.name} is too long", value)


def _pattern(part: Part, _: Any) -> Iterator[Break]:
    for value in ("", "!", " ", "\n", "no match"):
        yield Break("pattern", f"{part.name} does not match its pattern", value)


def _few(part: Part, least: Any) -> Iterator[Break]:
    if isinstance(part.value, list) and _is_number(least) and least > 0:
        yield Break("minItems", f"{part.name} has too few entries", part.value[: int(least) - 1])


def _many(part: Part, most: Any) -> Iterator[Break]:
    if isinstance(part.value, list) and _is_number(most) and most < _MOST_ITEMS:
        more = (part.value or ["one more"]) * (int(most) + 1)
        yield Break("maxItems", f"{part.name} has too many entries", more[: int(most) + 1])


def _unique(part: Part, wanted: Any) -> Iterator[Break]:
    if wanted is True and isinstance(part.value, list):
        value = [*part.value[:1], *(part.value[:1] or ["twice", "twice"]), *part.value[1:]]
        yield Break("uniqueItems", f"{part.name} has an entry twice", value)


def _extra(part: Part, _: Any) -> Iterator[Break]:
    if isinstance(part.value, dict):
        where = f" in {part.name}" if part.path else ""
        value: Json = {**part.value, "unexpected": "a text"}
        yield Break("additionalProperties", f"a property that is not described{where}", value)


def _property_names(part: Part, _: Any) -> Iterator[Break]:
    if isinstance(part.value, dict):
        value: Json = {**part.value, "An Unlikely Name!": None}
        yield Break("propertyNames", f"{part.name} has a name that is not allowed", value)


def _few_properties(part: Part, least: Any) -> Iterator[Break]:
    if isinstance(part.value, dict) and _is_number(least) and least > 0:
        kept = dict(list(part.value.items())[: int(least) - 1])
        yield Break("minProperties", f"{part.name} has too few properties", kept)


def _many_properties(part: Part, most: Any) -> Iterator[Break]:
    if isinstance(part.value, dict) and _is_number(most) and most < _MOST_ITEMS:
        more = {f"more_{at}": None for at in range(int(most) + 1)}
        yield Break("maxProperties", f"{part.name} has too many properties", {**part.value, **more})


def _contains(part: Part, _: Any) -> Iterator[Break]:
    yield Break("contains", f"{part.name} lacks the entry it must contain", [])


def _alternatives(keyword: str) -> _Way:
    def way(part: Part, options: Any) -> Iterator[Break]:
        names = {
            name for one in options if isinstance(one, dict) for name in listed(one, "required")
        }
        tries: list[Json] = [None, 1.5, "none of these", True, [], {}]
        if isinstance(part.value, dict) and names:
            tries.insert(0, {key: item for key, item in part.value.items() if key not in names})
        for value in tries:
            yield Break(keyword, f"{part.name} is none of its alternatives", value)

    return way


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_WAYS: dict[str, _Way] = {
    "required": _required,
    "enum": _enum,
    "const": _const,
    "type": _type,
    "anyOf": _alternatives("anyOf"),
    "oneOf": _alternatives("oneOf"),
    "minimum": _beyond("minimum", "below its minimum", -1),
    "maximum": _beyond("maximum", "above its maximum", 1),
    "exclusiveMinimum": _beyond("exclusiveMinimum", "at its lower limit", 0, is_exclusive=True),
    "exclusiveMaximum": _beyond("exclusiveMaximum", "at its upper limit", 0, is_exclusive=True),
    "multipleOf": _multiple,
    "minLength": _short,
    "maxLength": _long,
    "pattern": _pattern,
    "minItems": _few,
    "maxItems": _many,
    "uniqueItems": _unique,
    "contains": _contains,
    "additionalProperties": _extra,
    "unevaluatedProperties": _extra,
    "propertyNames": _property_names,
    "minProperties": _few_properties,
    "maxProperties": _many_properties,
}
