"""A tool's arguments from a message: found where it says them, made valid where it does not."""

from datetime import date

from switchboard.offline.asking import Tool
from switchboard.offline.filling.arguments import Filled, fill_once
from switchboard.offline.filling.fanning import fan_out
from switchboard.offline.filling.pool import Pool
from switchboard.offline.filling.repeating import cut_into_askings
from switchboard.offline.filling.scene import Scene
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.types import as_map, required_of
from switchboard.wire import JsonObject

__all__ = ["Scene", "fill_arguments", "is_complete", "lacking", "says_anything"]


def fill_arguments(tool: Tool, text: str, scene: Scene) -> list[JsonObject]:
    """The arguments of each call the text asks for; at least one.

    ``text`` is the part of the message that asks for this tool. Arguments always fit the tool's
    schema, if anything does.
    """
    checker = Checker(tool.schema, scene.today)
    calls: list[JsonObject] = []
    for part in cut_into_askings(checker, Pool(text, scene)):
        pool = Pool(part, scene)
        first = fill_once(checker, pool)
        calls += [filled.arguments for filled in fan_out(checker, pool, first)]
    return calls


def is_complete(tool: Tool, text: str, today: date) -> bool:
    """Whether a text alone says all that the tool must be given, and anything at all."""
    filled = _fill_alone(tool, text, today)
    return bool(filled.sources) and not filled.invented


def says_anything(tool: Tool, text: str, today: date) -> bool:
    """Whether a text alone says anything that the tool can be given."""
    return bool(_fill_alone(tool, text, today).sources)


def lacking(tool: Tool, text: str, today: date) -> list[str]:
    """The parameters without which a call would be made of nothing; empty for one worth making.

    All that it must be given where that is several things, or all its numbers.
    """
    missing = _fill_alone(tool, text, today).invented
    properties, required = as_map(tool.schema.get("properties")), required_of(tool.schema)
    numbers = [name for name in required if _is_number(as_map(properties.get(name)))]
    for names in (required if len(required) > 1 else [], numbers):
        if names and missing.issuperset(names):
            return list(names)
    return []


def _is_number(schema: JsonObject) -> bool:
    return schema.get("type") in ("number", "integer")


def _fill_alone(tool: Tool, text: str, today: date) -> Filled:
    return fill_once(Checker(tool.schema, today), Pool(text, Scene(text, today)))
