"""Faults of syntax: JSON that breaks off, and JSON as tools write it that do not know JSON."""

import random
import re
from collections.abc import Callable

from switchboard.simulate.faults.rewriting import printable, reading_of, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.tools.json_text import read_json
from switchboard.wire import Json

_CUT_AT = 0.6
"""How far into the text a cut is looked for: late enough to tempt, early enough to hurt."""

_VALUE = re.compile(r'"(?:[^"\\]|\\.)*+"(\s*:)?|[\w.+-]++')


def truncated_json(scene: Scene) -> Injected:
    """Cut in the middle of a value. What is no list, object or text in JSON becomes one first."""
    reading = reading_of(scene)
    if reading.is_json and isinstance(reading.value, dict | list | str):
        text = scene.result.strip()
        told = "The JSON breaks off in the middle of a value."
    else:
        text = written(scene, {"result": reading.value if reading.is_json else scene.result})
        told = "The result was put into an object, which breaks off in the middle of its value."
    return Injected(text[: _cut(text)], told)


def _cut(text: str) -> int:
    """Within the first value that ends behind the place, or else the last one there is."""
    place, cut = int(len(text) * _CUT_AT), 1
    for token in _VALUE.finditer(text):
        if token[1] is None and len(token[0]) > 1:
            cut = (token.start() + token.end()) // 2
            if token.end() > place:
                break
    return cut


def invalid_json(scene: Scene) -> Injected:
    """Nearly JSON, in one of three ways; the seed decides with which to begin."""
    reading = reading_of(scene)
    ways = list(_WAYS) if reading.is_json else []
    random.Random(f"{scene.seed}:invalid_json").shuffle(ways)  # noqa: S311
    for way, told in ways:
        text = printable(way(scene, reading.value))
        if not read_json(text).is_json:
            return Injected(text, told)
    value = {"result": reading.value if reading.is_json else scene.result}
    told = f"The result was put into an object. {_PYTHON}"
    return Injected(printable(repr(value)), told)


_PYTHON = "It is written as Python writes it, with single quotes."


def _as_python(_: Scene, value: Json) -> str:
    return repr(value)


def _with_comma(scene: Scene, value: Json) -> str:
    text = written(scene, value)
    head = text[:-1].rstrip()
    return f"{head},{text[len(head) :]}" if isinstance(value, dict | list) else text


def _with_nan(scene: Scene, value: Json) -> str:
    # A number stands before a comma, a bracket or the end, and behind none of a text's characters.
    number = re.compile(r'("(?:[^"\\]|\\.)*+")|-?[0-9][0-9.eE+-]*+')
    done = False

    def put(match: re.Match[str]) -> str:
        nonlocal done
        if match[1] or done:
            return match[0]
        done = True
        return "NaN"

    return number.sub(put, written(scene, value))


_Way = Callable[[Scene, Json], str]
_WAYS: tuple[tuple[_Way, str], ...] = (
    (_as_python, _PYTHON),
    (_with_comma, "A comma stands behind the last entry."),
    (_with_nan, "The first number became `NaN`, which JSON does not know."),
)
