"""A value and its schema gone through together, part by part."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from switchboard.problems import JsonPath
from switchboard.tools import value_problems
from switchboard.tools.shapes import Shape, Shapes, listed, mapped
from switchboard.wire import Json, JsonObject

_MOST_PARTS = 100
_DEEPEST = 6
_MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One value within another, and what its schema asks for."""

    path: JsonPath
    value: Json
    wanted: Shape
    is_alternative: bool = False
    """Whether the schema allows other ways too."""

    @property
    def name(self) -> str:
        """As a sentence calls it."""
        words = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path]
        return f"`{''.join(words).removeprefix('.')}`" if words else "the whole value"


def parts_of(schema: JsonObject, value: Json) -> Iterator[Part]:
    """The whole value first, then its parts, level by level. Bounded in number and depth."""
    shapes = Shapes(schema)
    waiting = deque([Part((), value, shapes.flat(schema))])
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.popleft()
        yield part
        chosen = _branch(shapes, part)
        if chosen:
            waiting.appendleft(chosen)
        elif len(part.path) < _DEEPEST:
            waiting.extend(_inside(shapes, part))


def with_part(value: Json, path: JsonPath, new: Json) -> Json:
    """The value with another part at the path."""
    if not path:
        return new
    first, rest = path[0], path[1:]
    if isinstance(value, dict) and isinstance(first, str):
        return {**value, first: with_part(value[first], rest, new)}
    if isinstance(value, list) and isinstance(first, int):
        return [*value[:first], with_part(value[first], rest, new), *value[first + 1 :]]
    return value


def _branch(shapes: Shapes, part: Part) -> Part | None:
    """The part again, with the alternative that it belongs to."""
    if isinstance(part.wanted.get("type"), list):
        return None
    for option in shapes.alternatives(part.wanted):
        if not value_problems(part.value, {key: option[key] for key in _OWN if key in option}):
            return Part(part.path, part.value, option, is_alternative=True)
    return None


# What can be checked without the schema around it.
_OWN = ("type", "enum", "const", "required", "minimum", "maximum", "minLength", "maxLength")


def _inside(shapes: Shapes, part: Part) -> Iterator[Part]:
    value, wanted = part.value, part.wanted
    if isinstance(value, dict):
        described = mapped(wanted, "properties")
        for name, member in value.items():
            schema = described.get(name, wanted.get("additionalProperties", {}))
            yield Part((*part.path, name), member, shapes.flat(schema), part.is_alternative)
    if isinstance(value, list):
        first, rest = listed(wanted, "prefixItems"), wanted.get("items", {})
        if isinstance(rest, list):
            first, rest = rest, wanted.get("additionalItems", {})
        for at, item in islice(enumerate(value), _MOST_ITEMS):
            schema = first[at] if at < len(first) else rest
            yield Part((*part.path, at), item, shapes.flat(schema), part.is_alternative)
