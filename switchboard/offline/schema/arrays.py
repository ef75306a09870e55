"""Arrays that fit a schema."""

from collections.abc import Iterator

from switchboard.offline.schema.types import Fitting, as_list, count_of
from switchboard.wire import Json, JsonObject

# Nobody means a longer one; a schema that insists on it gets no array at all.
_LONGEST = 1000


def suggest_arrays(schema: JsonObject, name: str, fitting: Fitting) -> Iterator[Json]:
    """One entry or as many as must be, then as few as may be, then what must be contained."""
    least = count_of(schema, "minItems")
    asked = [(schema, max(least, 1)), (schema, least)]
    if "contains" in schema:
        asked.append(({**schema, "items": schema["contains"]}, max(least, 1)))
    for wanted, count in asked:
        entries = _entries(wanted, name, fitting, count)
        if entries is not None:
            yield entries


def _entries(schema: JsonObject, name: str, fitting: Fitting, count: int) -> list[Json] | None:
    """That many entries, different if they can be; ``None`` when there are not so many."""
    if count > _LONGEST:
        return None
    entries: list[Json] = []
    for place in range(count):
        values = list(_wanted_at(schema, place, name, fitting, entries))
        if not values:
            return None
        entries.append(values[0])
    return entries


def _wanted_at(
    schema: JsonObject, place: int, name: str, fitting: Fitting, taken: list[Json]
) -> Iterator[Json]:
    """The first value that is not taken yet; where repeating is allowed, else the first."""
    first: list[Json] = []
    for value in fitting(_schema_at(schema, place), name):
        if value not in taken:
            yield value
            return
        first = first or [value]
    if schema.get("uniqueItems") is not True:
        yield from first


def _schema_at(schema: JsonObject, place: int) -> Json:
    """The schema of one entry; before Draft 2020-12 ``items`` itself could be the list."""
    items = schema.get("items", True)
    listed = as_list(schema.get("prefixItems") or (items if isinstance(items, list) else []))
    if place < len(listed):
        return listed[place]
    return True if isinstance(items, list) else items
