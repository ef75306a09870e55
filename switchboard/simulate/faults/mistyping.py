"""A field of another type than it should be."""

import json
from collections.abc import Iterator

from switchboard.problems import JsonPath
from switchboard.simulate.faults.breakage import breaker, usable_schema
from switchboard.simulate.faults.rewriting import reading_of, spelled, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.simulate.faults.telling import telling_parts
from switchboard.simulate.walking import with_part
from switchboard.tools.deadline import at_most
from switchboard.tools.quoting import shown
from switchboard.wire import Json

_LONGEST_S = 1.0


def wrong_type(scene: Scene) -> Injected:
    """One part of another type; where there is an output schema, one that the schema describes,
    so that the result breaks it if it can be broken so."""
    reading = reading_of(scene)
    if not reading.is_json:
        told = "The result is a plain text and has no fields, so it was sent as a list of one."
        return Injected(written(scene, [scene.result]), told)
    path, old, new = _retyped(scene, reading.value)
    whole = with_part(reading.value, path, new)
    return Injected(written(scene, whole), f"{spelled(path)} is {shown(new)}, not {shown(old)}.")


def _retyped(scene: Scene, value: Json) -> tuple[JsonPath, Json, Json]:
    parts = telling_parts(value, scene.arguments)
    with at_most(_LONGEST_S):
        broken = next(_breaking(scene, value, parts), None)
    path, old = parts[0]
    return broken or (path, old, next(_of_another_type(old)))


def _breaking(
    scene: Scene, value: Json, parts: list[tuple[JsonPath, Json]]
) -> Iterator[tuple[JsonPath, Json, Json]]:
    schema = usable_schema(scene)
    if schema is None:
        return
    breaks = breaker(value, schema)
    for path, old in parts:
        for new in _of_another_type(old):
            if breaks(with_part(value, path, new)):
                yield path, old, new


def _of_another_type(value: Json) -> Iterator[Json]:
    """First as tools get it wrong: numbers as texts, texts in lists, objects written twice."""
    yield [value] if isinstance(value, str) else json.dumps(value)
    others: tuple[Json, ...] = (0.5, True, None, [], {}, "none")
    yield from (one for one in others if type(one) is not type(value))
