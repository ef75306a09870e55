"""The arguments of one call."""

from dataclasses import dataclass, field

from switchboard.offline.filling.inventing import invent_all
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.values import Finder
from switchboard.offline.reading import Finding
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.merging import variants
from switchboard.offline.schema.types import as_map, required_of
from switchboard.offline.schema.valid import NoValueError, make_valid
from switchboard.wire import JsonObject


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
    properties, required = as_map(schema.get("properties")), required_of(schema)
    found = Finder(checker, pool).find_all(schema)
    missing = [name for name in required if name not in found]
    values: JsonObject = {name: candidate.value for name, candidate in found.items()}
    values |= invent_all(checker, properties, missing, pool.text)
    ordered = {name: values[name] for name in (*properties, *required) if name in values}
    sources = {name: c.source for name, c in found.items() if c.source is not None}
    return Filled(ordered, sources, frozenset(missing))


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
    return Filled(whole if checker.accepts(whole, checker.root) else as_map(made))
