"""The arguments of one call."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from switchboard.offline.filling.candidates import Candidate
from switchboard.offline.filling.inventing import invent_all
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.values import Finder
from switchboard.offline.filling.wanting import wants_prose
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
    kept = _kept(checker, properties, required, pool=pool, found=found)
    missing = [name for name in required if name not in found and name not in kept]
    values: JsonObject = {name: candidate.value for name, candidate in found.items()} | kept
    values |= invent_all(checker, properties, missing, pool.text)
    ordered = {name: values[name] for name in (*properties, *required) if name in values}
    sources = {name: c.source for name, c in found.items() if c.source is not None}
    return Filled(ordered, sources, frozenset(missing))


def _kept(
    checker: Checker,
    properties: JsonObject,
    required: Collection[str],
    *,
    pool: Pool,
    found: Mapping[str, Candidate],
) -> JsonObject:
    """What stays as it was in the earlier call: of a follow-up all that it does not change."""
    names = [*properties] if pool.scene.is_follow_up else required
    left = [name for name in names if name not in found or _is_guess(name, found[name], pool)]
    earlier = pool.scene.earlier
    fitting = (n for n in left if n in earlier and n in properties)
    return {n: earlier[n] for n in fitting if checker.accepts(earlier[n], properties[n])}


def _is_guess(name: str, candidate: Candidate, pool: Pool) -> bool:
    """Whether a follow-up's text was made of the whole of it, for want of anything to pass on."""
    return pool.scene.is_follow_up and candidate.source is None and wants_prose(name)


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
