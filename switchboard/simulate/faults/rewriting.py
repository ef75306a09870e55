"""A result read, named in its parts, and written again as it was laid out."""

import json
from collections.abc import Callable, Mapping

from switchboard.problems import JsonPath
from switchboard.simulate.faults.scenes import Scene
from switchboard.tools.json_text import Reading, read_json
from switchboard.tools.quoting import code
from switchboard.wire import Json


def reading_of(scene: Scene) -> Reading:
    """The good result as JSON; one that is too long or too deep to be read counts as text."""
    return read_json(scene.result)


def written(scene: Scene, value: Json) -> str:
    """The value as JSON, on as many lines as the good result has: one or several."""
    indent = 2 if "\n" in scene.result.strip() else None
    return printable(json.dumps(value, ensure_ascii=False, indent=indent))


def printable(text: str) -> str:
    """Without half a surrogate pair, which JSON can write and no request can hold."""
    return text.encode(errors="replace").decode()


def spelled(path: JsonPath) -> str:
    """A part of a result as a sentence calls it: ``forecast[0].high`` between backticks."""
    words = [f"[{step}]" if isinstance(step, int) else f".{step}" for step in path]
    return code("".join(words).removeprefix(".")) if words else "The whole result"


def rebuilt(value: Json, change: Callable[[JsonPath, Json], Json], path: JsonPath = ()) -> Json:
    """The value with every text, number, boolean and null in it put through ``change``."""
    if isinstance(value, dict):
        return {key: rebuilt(item, change, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [rebuilt(item, change, (*path, at)) for at, item in enumerate(value)]
    return change(path, value)


def free_key(value: Mapping[str, Json], wanted: str) -> str:
    """The key, or one like it that the object does not have."""
    while wanted in value:
        wanted += "_"
    return wanted


def is_number(value: Json) -> bool:
    """Whether it is a number; booleans are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)
