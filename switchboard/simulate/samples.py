"""A value that fits a schema, for tools that declare what they give."""

from collections.abc import Iterator
from itertools import islice, product

from switchboard.simulate.patterned import patterned
from switchboard.simulate.scalars import number, text, varied
from switchboard.tools import check_schema, value_problems
from switchboard.tools.shapes import Shape, Shapes, listed, mapped
from switchboard.wire import Json, JsonObject

_DEEPEST = 12
_DEEPEST_FULL = 4
"""Further down only what is required: a schema that contains itself would fill pages."""

_MOST_VALUES = 500
_LONGEST_LIST = 100
_TRIES = 4


def sample(schema: JsonObject) -> Json:
    """A value of a schema that has no problems: with every property, or the required ones alone
    where all of them together do not fit.

    Always a value; of a schema that asks for more than can be told from its words (``not``,
    ``if``), one that may not fit; of a schema with problems, an empty object.
    """
    if check_schema(schema):
        return {}
    first: list[Json] = []
    for branch, is_full in product(range(_TRIES), (True, False)):
        value = _Sampler(schema, is_full=is_full, branch=branch).value(schema)
        problems = value_problems(value, schema)
        if not problems:
            return value
        first.append(value)
        # Without a keyword it is the check that failed: it would fail, or take as long, again.
        if problems[0].keyword is None:
            break
    return first[0]


class _Sampler:
    """Writes one value, following the references of its schema."""

    def __init__(self, root: JsonObject, *, is_full: bool, branch: int = 0) -> None:
        self._shapes = Shapes(root)
        self._is_full = is_full
        self._branch = branch
        self._values_left = _MOST_VALUES

    def value(self, schema: Json, name: str = "", depth: int = 0, *, at: int = 0) -> Json:
        """``None`` beyond any sensible depth and size: a schema can ask for endless values.

        ``at`` is the place in a list whose entries must differ.
        """
        self._values_left -= 1
        if self._values_left < 0 or depth > _DEEPEST:
            return None
        wanted = self._shapes.flat(schema)
        options = [] if "type" in wanted and not _has_branches(wanted) else self._options(wanted)
        if options:
            return self.value(options[self._branch % len(options)], name, depth + 1, at=at)
        known = [*islice(_known(wanted), at + 1)]
        if known:
            return known[at % len(known)]
        return self._of_kind(_kind(wanted), wanted, name=name, depth=depth, at=at)

    def _options(self, wanted: Shape) -> list[Shape]:
        return self._shapes.alternatives(wanted)

    def _of_kind(self, kind: str, wanted: Shape, *, name: str, depth: int, at: int) -> Json:
        if kind == "object":
            return self._object(wanted, depth)
        if kind == "array":
            return self._array(wanted, name, depth)
        if kind in ("integer", "number"):
            return number(wanted, is_integer=kind == "integer", at=at)
        plain: dict[str, Json] = {"boolean": at % 2 == 0, "null": None}
        if kind in plain:
            return plain[kind]
        return patterned(wanted, varied(text(wanted, name), at, wanted))

    def _object(self, wanted: Shape, depth: int) -> JsonObject:
        properties = mapped(wanted, "properties")
        required = [name for name in listed(wanted, "required") if isinstance(name, str)]
        is_full = self._is_full and depth < _DEEPEST_FULL
        names = [name for name in properties if is_full or name in required]
        names = [name for name in names if properties[name] is not False]
        names += [name for name in required if name not in properties]
        names += _more_names(wanted, names)
        other = wanted.get("additionalProperties", {})
        return {name: self.value(properties.get(name, other), name, depth + 1) for name in names}

    def _array(self, wanted: Shape, name: str, depth: int) -> list[Json]:
        first, rest = listed(wanted, "prefixItems"), wanted.get("items", {})
        if isinstance(rest, list):  # Until 2019-09, ``items`` was also what is now prefixItems.
            first, rest = rest, wanted.get("additionalItems", {})
        held = wanted.get("contains")
        count = _count(wanted, 1 if held or (self._is_full and depth < _DEEPEST_FULL) else 0)
        fill = {"allOf": [rest, held]} if held and isinstance(rest, dict) else rest
        schemas = [*first, *([] if fill is False else [fill] * (count - len(first)))]
        differ = wanted.get("uniqueItems") is True
        return [
            self.value(each, name, depth + 1, at=at if differ else 0)
            for at, each in enumerate(schemas)
        ]


def _has_branches(wanted: Shape) -> bool:
    return bool(listed(wanted, "anyOf") or listed(wanted, "oneOf"))


def _count(wanted: Shape, least: int) -> int:
    count = max(_size(wanted, "minItems", 0), _size(wanted, "minContains", 0), least)
    return min(count, _size(wanted, "maxItems", count), _LONGEST_LIST)


def _size(wanted: Shape, keyword: str, otherwise: int) -> int:
    size = wanted.get(keyword)
    return int(size) if isinstance(size, int | float) else otherwise


def _more_names(wanted: Shape, names: list[str]) -> list[str]:
    """Made up where an object must have more properties than it names."""
    missing = min(_size(wanted, "minProperties", 0), _LONGEST_LIST) - len(names)
    likes = mapped(wanted, "propertyNames")
    if not likes and isinstance(wanted.get("patternProperties"), dict):
        likes = {"pattern": next(iter(wanted["patternProperties"]), "")}
    made = [patterned(likes, varied(text(likes, "key"), at, likes)) for at in range(missing)]
    return list(dict.fromkeys(name for name in made if name not in names))


def _known(wanted: Shape) -> Iterator[Json]:
    """Values that the schema itself names and that are of the type it asks for."""
    if "const" in wanted:
        yield wanted["const"]
        return
    if "default" in wanted and _may_be(wanted["default"], wanted):
        yield wanted["default"]
    # Each of its values is in the enum; to look it up again makes 50,000 of them take minutes.
    beside = {word: value for word, value in wanted.items() if word != "enum"}
    yield from (value for value in listed(wanted, "enum") if _may_be(value, beside))
    yield from (value for value in listed(wanted, "examples") if _may_be(value, wanted))


def _may_be(value: Json, wanted: Shape) -> bool:
    words = ("type", "enum", "pattern", "minLength", "minimum", "maximum", "minItems", "required")
    return not value_problems(value, {word: wanted[word] for word in words if word in wanted})


def _kind(wanted: Shape) -> str:
    if "type" not in wanted:
        return _inferred(wanted)
    kinds = wanted["type"]
    options = kinds if isinstance(kinds, list) else [kinds]
    return next((str(kind) for kind in options if kind != "null"), "null")


def _inferred(wanted: Shape) -> str:
    for kind, words in _TELLING.items():
        if any(word in wanted for word in words):
            return kind
    return "string"


_TELLING = {
    "object": ("properties", "required", "minProperties", "patternProperties", "propertyNames"),
    "array": ("items", "prefixItems", "minItems", "contains", "uniqueItems"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
}
