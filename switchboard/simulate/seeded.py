"""A value of a schema that looks drawn from life, another for each seed."""

from random import Random

from switchboard.simulate.likely import likely_number, likely_text
from switchboard.simulate.samples import sample
from switchboard.simulate.walking import Part, parts_of, with_part
from switchboard.tools import value_problems
from switchboard.tools.shapes import Shape, listed
from switchboard.wire import Json, JsonObject

_MOST_ENTRIES = 3


def seeded_sample(schema: JsonObject, *, seed: str) -> Json:
    """A value that fits wherever ``sample`` fits; the same seed always gives the same."""
    value = sample(schema)
    if value_problems(value, schema):
        return value
    dice = Random(seed)  # noqa: S311
    for part in [*parts_of(schema, value)]:
        changed = with_part(value, part.path, _likely(part, dice))
        if changed != value and not value_problems(changed, schema):
            value = changed
    return _longer_lists(schema, value, dice)


def _likely(part: Part, dice: Random) -> Json:
    wanted, value = part.wanted, part.value
    if choices := _choices(wanted):
        return dice.choice(choices)
    name = next((step for step in reversed(part.path) if isinstance(step, str)), "")
    if isinstance(value, bool):
        return dice.random() < 0.5
    if isinstance(value, int | float):
        return likely_number(name, wanted, dice, is_integer=isinstance(value, int))
    if isinstance(value, str) and "pattern" not in wanted:
        return likely_text(name, wanted, dice) or value
    return value


def _choices(wanted: Shape) -> list[Json]:
    named = [*listed(wanted, "enum"), *listed(wanted, "examples")]
    return [] if "const" in wanted else named


def _longer_lists(schema: JsonObject, value: Json, dice: Random) -> Json:
    """A list of one entry says little: with up to two more like it, where the schema allows."""
    for part in [*parts_of(schema, value)]:
        if not isinstance(part.value, list) or len(part.value) != 1:
            continue
        entry = part.value[0]
        more = [_varied(entry, dice) for _ in range(dice.randrange(_MOST_ENTRIES))]
        longer = with_part(value, part.path, [entry, *more])
        if more and not value_problems(longer, schema):
            value = longer
    return value


def _varied(entry: Json, dice: Random, name: str = "") -> Json:
    if isinstance(entry, dict):
        return {key: _varied(each, dice, key) for key, each in entry.items()}
    if isinstance(entry, bool):
        return dice.random() < 0.5
    if isinstance(entry, int | float):
        return likely_number(name, {}, dice, is_integer=isinstance(entry, int))
    if isinstance(entry, str):
        return likely_text(name, {}, dice) or entry
    return entry
