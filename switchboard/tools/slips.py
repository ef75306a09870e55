"""A key that is misspelt: readers pass over it, and what it was to say is lost."""

import json
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import lru_cache, partial
from itertools import islice

from switchboard.problems import Problem
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.definitions import MARGIN
from switchboard.tools.dialects import LATEST, Validator, dialect_of
from switchboard.tools.json_text import MOST_PROBLEMS
from switchboard.tools.known_keys import KINDS, OFTEN_SEEN
from switchboard.tools.metaschemas import metaschema_validator
from switchboard.tools.quoting import code
from switchboard.tools.remembering import remembered
from switchboard.tools.subschemas import subschemas
from switchboard.wire import Json, JsonObject

# One letter added, left out or changed in a word of three gives 0.8, 0.85 and 0.67.
_CLOSE = 0.75
_LONGEST = 40
_OF_EARLIER_DRAFTS = ("$recursiveAnchor", "$recursiveRef", "disallow", "divisibleBy", "extends")
_ENTRY = ("type", "function", MARGIN)
_FUNCTION = ("name", "description", "parameters", "strict", MARGIN)
_SCHEMA = (*KINDS["schema"].keys, *OFTEN_SEEN, *_OF_EARLIER_DRAFTS)
_KINDS: dict[str, type] = {
    "description": str,
    "function": dict,
    "name": str,
    "parameters": dict,
    "strict": bool,
    MARGIN: dict,
}


def entry_slips(entry: JsonObject) -> Iterator[Problem]:
    """Of the envelope's keys; a function that stands without one has none of these."""
    if "type" in entry or "function" in entry:
        yield from _slips(entry, _ENTRY, fits=_is_of_a_tool)


def function_slips(function: JsonObject) -> Iterator[Problem]:
    """Of a definition's own keys, those of its parameters apart."""
    yield from _slips(function, _FUNCTION, fits=_is_of_a_tool)


def schema_slips(schema: Json) -> tuple[Problem, ...]:
    """Of the keywords of a schema and those within it, with paths from its root. May raise
    ``OutOfTime``."""
    return _schema_slips(json.dumps(schema, separators=(",", ":")))


@remembered
def _schema_slips(canonical: str) -> tuple[Problem, ...]:
    return tuple(islice(_slips_within(json.loads(canonical)), MOST_PROBLEMS))


def _slips_within(schema: Json) -> Iterator[Problem]:
    metaschema = metaschema_validator(dialect_of(schema) or LATEST)
    for each in subschemas(schema):
        stop_when_late()
        for slip in _slips(each.schema, _SCHEMA, fits=partial(_is_of_a_schema, metaschema)):
            yield Problem(slip.message, (*each.path, *slip.path))


def _slips(
    item: JsonObject, known: tuple[str, ...], *, fits: Callable[[str, Json], bool]
) -> Iterator[Problem]:
    """A key is a slip when a known one is much like it, is not there, and could hold its value."""
    for key in (each for each in item if each not in known):
        meant = [each for each in _alike(key, known) if each not in item and fits(each, item[key])]
        if meant:
            message = f"{code(key)} has no meaning here. Did you mean {code(meant[0])}?"
            yield Problem(message, (key,))


@lru_cache(maxsize=2_048)
def _alike(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    is_own = key.lower().startswith("x-") and MARGIN not in known
    if is_own or len(key) > _LONGEST:
        return ()
    names = {name.lower(): name for name in known}
    word = key.lower().replace("_", "")
    turned = [name for name in names if sorted(name) == sorted(word)]
    return tuple(names[each] for each in turned or get_close_matches(word, names, cutoff=_CLOSE))


def _is_of_a_tool(key: str, value: Json) -> bool:
    return value == "function" if key == "type" else isinstance(value, _KINDS[key])


def _is_of_a_schema(metaschema: Validator, key: str, value: Json) -> bool:
    return bool(metaschema.is_valid({key: value}))
