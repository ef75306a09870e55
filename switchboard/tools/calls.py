"""A call against the tools that were offered: its arguments, or what is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from switchboard.messages import Call
from switchboard.problems import Problem
from switchboard.tools.definitions import Tool
from switchboard.tools.json_text import Reading, read_json
from switchboard.tools.places import Places
from switchboard.tools.quoting import code, shown
from switchboard.tools.values import value_problems
from switchboard.wire import JsonObject

_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class CheckedCall:
    """A call with its parsed arguments or its problems."""

    call: Call
    tool: Tool | None
    """``None``: no tool has that name."""

    arguments: JsonObject | None
    """``None`` when the text is no JSON object; they may be there and have problems."""

    problems: tuple[Problem, ...]
    """Lines and columns are those of the arguments' text."""

    @property
    def is_valid(self) -> bool:
        """Whether the tool could be run with these arguments."""
        return not self.problems


def check_call(call: Call, tools: Sequence[Tool]) -> CheckedCall:
    """The call with its arguments read and checked against its tool's schema.

    Any call gives a checked call, within two seconds; nothing is fetched. ``format`` is not
    asserted, as in JSON Schema 2020-12.
    """
    tool = next((each for each in tools if each.name == call.name), None)
    reading = _read(call.arguments, tool)
    arguments = reading.value if isinstance(reading.value, dict) else None
    found = _problems(call, tool, reading=reading, tools=tools)
    return CheckedCall(call, tool, arguments, tuple(_placed(found, call.arguments)))


def _read(text: str, tool: Tool | None) -> Reading:
    """Many models write nothing, or null, for a function without arguments."""
    if tool is not None and not _takes_arguments(tool) and text.strip() in ("", "null"):
        return Reading({})
    if not text.strip():
        message = "The arguments are empty. A JSON object is expected, at least `{}`."
        return Reading(problems=(Problem(message, line=1, column=1),), is_json=False)
    return read_json(text)


def _takes_arguments(tool: Tool) -> bool:
    return bool(tool.parameters and tool.parameters.get("properties"))


def _problems(
    call: Call, tool: Tool | None, *, reading: Reading, tools: Sequence[Tool]
) -> Iterator[Problem]:
    if tool is None:
        yield _unknown(call.name, [each.name for each in tools])
    yield from reading.problems
    if not reading.is_json:
        return
    if not isinstance(reading.value, dict):
        message = f"The arguments must be a JSON object; they are {shown(reading.value)}."
        yield Problem(message, keyword="type")
    elif tool is not None:
        yield from _argument_problems(reading.value, tool)


def _unknown(name: str, known: list[str]) -> Problem:
    if not known:
        return Problem(f"No tool is called {shown(name)}: no tools were offered.")
    close = get_close_matches(name[:64], known, n=1)
    listed = ", ".join(map(code, known[:_MOST_NAMES]))
    more = ", …" if len(known) > _MOST_NAMES else ""
    hint = f" Did the model mean {code(close[0])}?" if close else ""
    return Problem(f"No tool is called {shown(name)}.{hint} Offered were: {listed}{more}.")


def _argument_problems(arguments: JsonObject, tool: Tool) -> Iterator[Problem]:
    if tool.parameters is not None:
        yield from value_problems(arguments, tool.parameters, whole="The arguments object")
    elif arguments:
        yield Problem(f"{code(tool.name)} takes no arguments. Expected is `{{}}`.")


def _placed(problems: Iterator[Problem], text: str) -> Iterator[Problem]:
    places = Places(text)
    for each in problems:
        if each.line is None and each.path:
            place = places.at(each.path)
            each = replace(each, line=place.line, column=place.column)
        yield each
