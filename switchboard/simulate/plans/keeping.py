"""A result kept as what a tool answers to one call's arguments."""

from collections.abc import Iterator

from switchboard.responders import Fixed, Responder
from switchboard.simulate.plans.choosing import chosen
from switchboard.simulate.plans.conditions import SimpleCondition, condition_of
from switchboard.simulate.plans.lists import with_responders, written_responders
from switchboard.simulate.plans.reading import plan_of
from switchboard.simulate.plans.writing import responder_document
from switchboard.tools import Tool
from switchboard.wire import Json, JsonObject


def with_kept(text: str, tool: Tool, result: Json, *, arguments: JsonObject) -> str:
    """The toolset's text in which the tool answers so to these arguments, and as before to others.

    First in the list, in the place of a fixed answer to just these. For a tool that takes no
    arguments there is no condition: then right before what answered until now, so that whatever is
    tried earlier still is. Raises ``KeyError`` where the tool is no longer there.
    """
    when = exact_condition(tool, arguments)
    written = [one for one in written_responders(tool) if not _is_fixed_for(one, when)]
    at = _place_now(tool, arguments, last=len(written)) if when is None else 0
    new = responder_document(Responder(Fixed(result), when))
    return with_responders(text, tool, [*written[:at], new, *written[at:]])


def exact_condition(tool: Tool, arguments: JsonObject) -> JsonObject | None:
    """What these arguments fit, and none with others of the tool's properties; ``None`` where
    there are neither."""
    return condition_of(_conditions(tool, arguments)) or None


def _conditions(tool: Tool, arguments: JsonObject) -> Iterator[SimpleCondition]:
    for name, value in arguments.items():
        yield SimpleCondition(name, "is", value)
    known = (tool.parameters or {}).get("properties")
    for name in known if isinstance(known, dict) else ():
        if name not in arguments:
            yield SimpleCondition(name, "is not given")


def _is_fixed_for(written: Json, when: JsonObject | None) -> bool:
    return (
        when is not None
        and isinstance(written, dict)
        and written.get("kind") == "fixed"
        and written.get("when") == when
    )


def _place_now(tool: Tool, arguments: JsonObject, *, last: int) -> int:
    """Of what answers these arguments as the list stands; ``last`` where nothing does."""
    now = chosen(plan_of(tool).plan.responders, arguments)
    place = now.path[-1] if now else last
    return place if isinstance(place, int) else last
