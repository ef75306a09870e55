"""Examples of a tool's arguments, kept in its margin."""

import json
from contextlib import suppress
from functools import partial

from switchboard.problems import JsonPath
from switchboard.tools.appending import with_item, with_key
from switchboard.tools.definitions import MARGIN, Tool
from switchboard.tools.toolset import check_toolset
from switchboard.wire import JsonObject

MOST_EXAMPLES = 20

_EXAMPLES = "examples"


def examples_of(tool: Tool) -> tuple[JsonObject, ...]:
    """The arguments that are kept with the tool, in order."""
    kept = tool.margin.get(_EXAMPLES)
    return tuple(one for one in kept if isinstance(one, dict)) if isinstance(kept, list) else ()


def has_example(tool: Tool, arguments: JsonObject) -> bool:
    """Whether these arguments are kept already, in whatever order their keys are."""
    return _canonical(arguments) in map(_canonical, examples_of(tool))


def with_example(text: str, tool_name: str, arguments: JsonObject) -> str:
    """The toolset's text with these arguments as one more example, the rest as it was written.

    The same text where there is no such tool, where it has this example or ``MOST_EXAMPLES``
    already, and where the text would no longer be fit to be sent.
    """
    before = check_toolset(text)
    tool = next((one for one in before.tools if one.name == tool_name), None)
    if tool is None or has_example(tool, arguments) or len(examples_of(tool)) >= MOST_EXAMPLES:
        return text
    after = _added(text, tool, arguments)
    known = {(problem.path, problem.message) for problem in before.problems}
    problems = check_toolset(after).problems
    return after if all((one.path, one.message) in known for one in problems) else text


def _added(text: str, tool: Tool, arguments: JsonObject) -> str:
    envelope = _envelope(tool)
    margin = (*envelope, MARGIN)
    for add in (
        partial(with_item, text, (*margin, _EXAMPLES), arguments),
        partial(with_key, text, margin, _EXAMPLES, [arguments]),
        partial(with_key, text, envelope, MARGIN, {_EXAMPLES: [arguments]}),
    ):
        with suppress(KeyError):
            return add()
    return text


def _envelope(tool: Tool) -> JsonPath:
    """Where the margin stands: beside the function, or in one that has no envelope."""
    return tool.path[:-1] if tool.path[-1:] == ("function",) else tool.path


def _canonical(arguments: JsonObject) -> str:
    return json.dumps(arguments, sort_keys=True)
