"""A value that fits a schema, for tools that declare what they give."""

from collections.abc import Iterator

from switchboard.simulate.scalars import number, text
from switchboard.simulate.shapes import Shape, Shapes
from switchboard.tools import value_problems
from switchboard.wire import Json, JsonObject

_DEEPEST = 6
_MOST_VALUES = 500
_LONGEST_LIST = 100


def sample(schema: JsonObject) -> Json:
    """A value of a schema that has no problems: with every property, or the required ones alone
    where all of them together do not fit.

    Always a value; of a schema that asks for more than can be told from its words (``not``,
    ``pattern``), one that may not fit.
    """
    full = _Sampler(schema, is_full=True).value(schema)
    if not value_problems(full, schema):
        return full
    lean = _Sampler(schema, is_full=False).value(schema)
    return full if value_problems(lean, schema) else lean


class _Sampler:
    """Writes one value, following the references of its schema."""

    def __init__(self, root: JsonObject, *, is_full: bool) -> None:
        self._shapes = Shapes(root)
        self._is_full = is_full
        self._values_left = _MOST_VALUES

    def value(self, schema: Json, name: str = "", depth: int = 0) -> Json:
        """``None`` beyond any sensible depth and size: a schema can ask for endless values."""
        self._values_left -= 1
        if self._values_left < 0 or depth > 2 * _DEEPEST:
            return None
        wanted = self._shapes.flat(schema)
        for alternative in self._shapes.alternatives(wanted):
            return self.value(alternative, name, depth + 1)
        for known in _known(wanted):
            return known
        return self._of_kind(_kind(wanted), wanted, name=name, depth=depth)

    def _of_kind(self, kind: str, wanted: Shape, *, name: str, depth: int) -> Json:
        if kind == "object":
            return self._object(wanted, depth)
        if kind == "array":
            return self._array(wanted, name, depth)
        if kind in ("integer", "number"):
            return number(wanted, is_integer=kind == "integer")
        plain: dict[str, Json] = {"boolean": True, "null": None}
        return plain[kind] if kind in plain else text(wanted, name)

    def _object(self, wanted: Shape, depth: int) -> JsonObject:
        properties = wanted.get("properties", {})
        required = wanted.get("required", [])
        names = [*properties, *(name for name in required if name not in properties)]
        is_full = self._is_full and depth < _DEEPEST
        return {
            name: self.value(properties.get(name, {}), name, depth + 1)
            for name in names
            if is_full or name in required
        }

    def _array(self, wanted: Shape, name: str, depth: int) -> list[Json]:
        count = max(wanted.get("minItems", 0), 1 if self._is_full and depth < _DEEPEST else 0)
        count = int(min(count, wanted.get("maxItems", count), _LONGEST_LIST))
        first = wanted.get("prefixItems", [])
        rest = wanted.get("items", {})
        if isinstance(rest, list):  # Until 2019-09, ``items`` was also what is now prefixItems.
            first, rest = rest, wanted.get("additionalItems", {})
        schemas = [*first, *([] if rest is False else [rest] * (count - len(first)))]
        return [self.value(each, name, depth + 1) for each in schemas]


def _known(wanted: Shape) -> Iterator[Json]:
    """Values that the schema itself names."""
    yield from (wanted[keyword] for keyword in ("const", "default") if keyword in wanted)
    for keyword in ("enum", "examples"):
        yield from wanted.get(keyword, [])


def _kind(wanted: Shape) -> str:
    kinds = wanted.get("type", "object" if "properties" in wanted else "string")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return next((str(kind) for kind in listed if kind != "null"), "null")
