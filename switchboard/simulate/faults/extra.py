"""A result with one field more than it should have."""

from switchboard.problems import JsonPath
from switchboard.simulate.faults.rewriting import free_key, reading_of, spelled, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.wire import Json

_BESIDE_THE_POINT = "This service is kept alive by friends of the lighthouse."


def extra_field(scene: Scene) -> Injected:
    """One more field, which says something beside the point and contradicts nothing."""
    reading = reading_of(scene)
    if not reading.is_json:
        text = f"{scene.result}\n\n{_BESIDE_THE_POINT}"
        return Injected(text, "A sentence beside the point was added.")
    path, whole = _wider(reading.value)
    return Injected(written(scene, whole), f"{spelled(path)} was added, beside the point.")


def _wider(value: Json) -> tuple[JsonPath, Json]:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        path, first = _wider(value[0])
        return (0, *path), [first, *value[1:]]
    holder = value if isinstance(value, dict) else {"result": value}
    key = free_key(holder, "acknowledgement")
    return (key,), {**holder, key: _BESIDE_THE_POINT}
