"""A result without one of its fields."""

from collections.abc import Iterator

from switchboard.problems import JsonPath
from switchboard.simulate.faults.breakage import breaker, usable_schema
from switchboard.simulate.faults.rewriting import reading_of, spelled, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.simulate.faults.telling import telling_keys
from switchboard.simulate.walking import parts_of, with_part
from switchboard.tools.deadline import at_most
from switchboard.tools.quoting import shown
from switchboard.tools.shapes import listed
from switchboard.wire import Json

_LONGEST_S = 1.0


def missing_field(scene: Scene) -> Injected:
    """Without a field that the output schema requires, or else the most telling one."""
    reading = reading_of(scene)
    path = _leavable(scene, reading.value) if reading.is_json else None
    if path is None:
        value: Json = None if scene.result.strip() == "{}" else {}
        told = f"The result has no field to leave out, so {shown(value)} was sent."
        return Injected(written(scene, value), told)
    text = written(scene, _without(reading.value, path))
    return Injected(text, f"{spelled(path)} was left out.")


def _leavable(scene: Scene, value: Json) -> JsonPath | None:
    with at_most(_LONGEST_S):
        required = next(_required(scene, value), None)
    return required or _most_telling(scene, value)


def _required(scene: Scene, value: Json) -> Iterator[JsonPath]:
    """Every field that the schema would miss, the outer before the inner."""
    schema = usable_schema(scene)
    if schema is None:
        return
    breaks = breaker(value, schema)
    for part in parts_of(schema, value):
        names = listed(part.wanted, "required")
        holder = part.value if isinstance(part.value, dict) else {}
        for key in telling_keys(holder, scene.arguments):
            path = (*part.path, key)
            if key in names and breaks(_without(value, path)):
                yield path


def _most_telling(scene: Scene, value: Json) -> JsonPath | None:
    if isinstance(value, dict) and value:
        return (telling_keys(value, scene.arguments)[0],)
    if isinstance(value, list) and value:
        first = value[0]
        return (0, *(_most_telling(scene, first) or ())) if isinstance(first, dict) else (0,)
    return None


def _without(value: Json, path: JsonPath) -> Json:
    first, rest = path[0], path[1:]
    if isinstance(value, dict) and isinstance(first, str):
        if rest:
            return with_part(value, (first,), _without(value[first], rest))
        return {key: item for key, item in value.items() if key != first}
    if isinstance(value, list) and isinstance(first, int):
        kept: list[Json] = [_without(value[first], rest)] if rest else []
        return [*value[:first], *kept, *value[first + 1 :]]
    return value
