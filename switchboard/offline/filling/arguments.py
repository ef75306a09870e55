"""The arguments of one call."""

from dataclasses import dataclass, field

from switchboard.offline.filling.inventing import invent_all
from switchboard.offline.filling.nearness import by_nearness
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.values import Finder, particularity
from switchboard.offline.reading import Finding
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.valid import NoValueError, make_valid
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Filled:
    """Arguments and where they come from."""

    arguments: JsonObject
    sources: dict[str, Finding] = field(default_factory=dict)
    """What in the message gave a parameter its value."""

    invented: frozenset[str] = frozenset()
    """The required parameters that the message says nothing of."""


def fill_once(checker: Checker, pool: Pool) -> Filled:
    """The arguments of one call, taken from the pool."""
    filled = Filled({})
    for variant in variants(checker, checker.root):
        filled = _fill(checker, variant, pool.fork())
        if checker.accepts(filled.arguments, checker.root):
            break
    pool.claim(filled.sources.values())
    return _repair(checker, filled)


def _fill(checker: Checker, schema: JsonObject, pool: Pool) -> Filled:
    held = schema.get("properties")
    properties: JsonObject = held if isinstance(held, dict) else {}
    listed = schema.get("required")
    required = [str(key) for key in listed] if isinstance(listed, list) else []
    finder = Finder(checker, pool)
    values: JsonObject = {}
    sources: dict[str, Finding] = {}
    for name in _order(checker, properties, required, pool):
        found = finder.find(properties[name], name, required=name in required)
        if found is not None:
            values[name] = found.value
            if found.source:
                sources[name] = found.source
    invented = frozenset(required) - values.keys()
    values |= invent_all(checker, properties, sorted(invented), pool.text)
    return Filled(
        {n: values[n] for n in (*properties, *required) if n in values}, sources, invented
    )


def _order(checker: Checker, properties: JsonObject, required: list[str], pool: Pool) -> list[str]:
    """Required before optional, those that can use little before those that take anything.

    Among equals the one whose own words stand next to a number chooses first.
    """
    numbers = list(pool.free(("number",)))

    def rank(name: str) -> tuple[bool, int, float]:
        schema = checker.resolve(properties[name])
        nearest = by_nearness(numbers, pool.text, name, schema)
        near = nearest[0][0] if nearest else 0.0
        return name not in required, particularity(name, schema), -near

    return sorted(properties, key=rank)


def _repair(checker: Checker, filled: Filled) -> Filled:
    """The same where it fits; else without what does not, else made up, else nothing."""
    arguments = filled.arguments
    if checker.accepts(arguments, checker.root):
        return filled
    faulty = checker.faulty_keys(arguments)
    kept = {name: value for name, value in arguments.items() if name not in faulty}
    if checker.accepts(kept, checker.root):
        return Filled(kept, filled.sources, filled.invented)
    try:
        made = make_valid(checker, {"type": "object", **checker.root})
    except NoValueError:
        return Filled({}, {}, filled.invented)
    whole = {**made, **kept} if isinstance(made, dict) else {}
    return Filled(whole if checker.accepts(whole, checker.root) else _object(made))


def _object(value: Json) -> JsonObject:
    return value if isinstance(value, dict) else {}
