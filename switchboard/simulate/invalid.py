"""Values that a schema refuses, each for one reason: what a tool must be able to answer."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from switchboard.problems import JsonPath, Problem
from switchboard.simulate.breaking import Break, breaks
from switchboard.simulate.samples import sample
from switchboard.simulate.walking import Part, parts_of, with_part
from switchboard.tools import check_schema, value_problems
from switchboard.tools.deadline import at_most
from switchboard.wire import Json, JsonObject

_MOST = 40
_MOST_TRIES = 200
_LONGEST_S = 1.5


@dataclass(frozen=True, slots=True)
class InvalidSample:
    """A value that is wrong in one place."""

    value: Json
    says: str
    """What was done to it, for a menu: "`city` is missing"."""

    path: JsonPath
    """Where the check finds the problem; of an alternative's inside, where the alternatives are."""

    keyword: str
    """The keyword that is broken."""


def invalid_samples(schema: JsonObject) -> tuple[InvalidSample, ...]:
    """One for each constraint that can be broken, every one checked to be invalid; those of the
    top come first.

    At most 40, within two seconds; a schema that allows everything, or can't be checked, gives
    none. ``format`` is not broken, because it is not asserted.
    """
    with at_most(_LONGEST_S):
        if check_schema(schema):
            return ()
        valid = sample(schema)
        known = _faults(value_problems(valid, schema))
        tried = islice(_tries(schema, valid), _MOST_TRIES)
        proven = (_proven(part, broken, valid, schema, known) for part, broken in tried)
        return tuple(islice(_different(proven), _MOST))


_Fault = tuple[JsonPath, str]


def _tries(schema: JsonObject, valid: Json) -> Iterator[tuple[Part, Break]]:
    for part in parts_of(schema, valid):
        for broken in breaks(part):
            yield part, broken


def _proven(
    part: Part, broken: Break, valid: Json, schema: JsonObject, known: list[_Fault]
) -> InvalidSample | None:
    value = with_part(valid, part.path, broken.value)
    faults = [fault for fault in _faults(value_problems(value, schema)) if fault not in known]
    about = [fault for fault in faults if fault[0] == part.path[: len(fault[0])]]
    # The deepest fault is the nearest to what was done; of several there, the one that was meant.
    best = max(about, key=lambda fault: (len(fault[0]), fault[1] == broken.keyword), default=None)
    return InvalidSample(value, broken.says, *best) if best else None


def _different(samples: Iterator[InvalidSample | None]) -> Iterator[InvalidSample]:
    says: set[str] = set()
    written: set[str] = set()
    for each in samples:
        if each and each.says not in says and (text := json.dumps(each.value)) not in written:
            says.add(each.says)
            written.add(text)
            yield each


def _faults(problems: list[Problem]) -> list[_Fault]:
    """Without a keyword it is the check that failed, not the value."""
    return [(each.path, each.keyword) for each in problems if each.keyword]
