"""Objects that fit a schema."""

from collections.abc import Iterator
from itertools import islice

from switchboard.offline.schema.patterns import may_match
from switchboard.offline.schema.types import Fitting, as_list, as_map, count_of, required_of
from switchboard.wire import Json, JsonObject

_MOST_INVENTED = 50


def suggest_objects(schema: JsonObject, fitting: Fitting) -> Iterator[Json]:
    """With what must be there, then with all that may be, then with what that depends on."""
    known = as_map(schema.get("properties"))
    names = _needed_names(schema, known, fitting)
    for wanted in dict.fromkeys((names, tuple(known), (*names, *_dependents(schema, names)))):
        built = _build(schema, known, wanted, fitting)
        if built is not None:
            yield built


def _needed_names(schema: JsonObject, known: JsonObject, fitting: Fitting) -> tuple[str, ...]:
    """The required names, then known ones, then made-up ones, until there are enough."""
    least = count_of(schema, "minProperties")
    names = list(dict.fromkeys(required_of(schema)))
    for name in (*known, *_invented_names(schema, min(least, _MOST_INVENTED), fitting)):
        if len(names) >= least:
            break
        if name not in names:
            names.append(name)
    return tuple(names)


def _invented_names(schema: JsonObject, count: int, fitting: Fitting) -> list[str]:
    rule = as_map(schema.get("propertyNames"))
    patterns = as_map(schema.get("patternProperties"))
    if patterns and not rule:
        rule = {"pattern": next(iter(patterns))}
    texts = islice(fitting({"type": "string", **rule}, "key"), 4 * count)
    return [str(text) for text in texts] + [f"key{number}" for number in range(count)]


def _dependents(schema: JsonObject, names: tuple[str, ...]) -> list[str]:
    table = as_map(schema.get("dependentRequired") or schema.get("dependencies"))
    lists = [table[name] for name in names if isinstance(table.get(name), list)]
    return [str(name) for listed in lists for name in as_list(listed) if name not in names]


def _build(
    schema: JsonObject, known: JsonObject, names: tuple[str, ...], fitting: Fitting
) -> JsonObject | None:
    built: JsonObject = {}
    for name in names:
        for value in fitting(known.get(name, _unnamed(schema, name)), name):
            built[name] = value
            break
        else:
            return None
    return built


def _unnamed(schema: JsonObject, name: str) -> Json:
    """The schema of a property that has none of its own."""
    for pattern, wanted in as_map(schema.get("patternProperties")).items():
        if may_match(pattern, name):
            return wanted
    return schema.get("additionalProperties", True)
