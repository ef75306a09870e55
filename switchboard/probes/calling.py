"""Probes of tools: one call, two at once, each form of ``tool_choice``, strict."""

import json
from collections.abc import Callable

from switchboard.messages import Answer, Call
from switchboard.probes.probe import Judgement, Probe, odd, yes
from switchboard.probes.speaking import asked, quoted
from switchboard.wire import Json, JsonObject

_WEATHER, _TIME = "get_weather", "get_time"


def _tool(name: str, description: str, **more: Json) -> JsonObject:
    parameters: JsonObject = {
        "type": "object",
        "properties": {"city": {"type": "string", "description": "A city, such as Paris"}},
        "required": ["city"],
        "additionalProperties": False,
    }
    function: JsonObject = {"name": name, "description": description, "parameters": parameters}
    return {"type": "function", "function": function | more}


_TOOLS: list[Json] = [
    _tool(_WEATHER, "Gives the weather in a city now."),
    _tool(_TIME, "Gives the time of day in a city now."),
]
_PARIS = asked("What is the weather in Paris now? Use the tool.")
_BOTH = asked("What is the weather in Paris now, and in Rome? Call the tool once for each city.")
_HELLO = asked("Hello! How are you?")


def _asking(messages: list[Json], choice: Json = None) -> JsonObject:
    body: JsonObject = {"messages": messages, "tools": _TOOLS}
    return body if choice is None else body | {"tool_choice": choice}


def _function(name: str) -> JsonObject:
    return {"type": "function", "function": {"name": name}}


def _call(answer: Answer, _: str) -> Judgement:
    calls = answer.message.calls
    if not calls:
        return _without_call(answer)
    return _of_call(calls[0], expected=_WEATHER)


def _parallel(answer: Answer, _: str) -> Judgement:
    calls = answer.message.calls
    if len(calls) < 2:
        return (
            odd("It wrote one call where two were asked for.") if calls else _without_call(answer)
        )
    cities = [_arguments(call) for call in calls]
    if any(city is None for city in cities):
        return odd("The arguments of one of its calls are no JSON object.")
    return yes(f"{len(calls)} calls in one answer.")


def _none(answer: Answer, _: str) -> Judgement:
    calls = answer.message.calls
    if calls:
        return odd(f"It called {calls[0].name!r}, though calls were ruled out.")
    return yes("It answered without a call, as it was told to.")


def _must_call(expected: str) -> Callable[[Answer, str], Judgement]:
    def judge(answer: Answer, _: str) -> Judgement:
        calls = answer.message.calls
        if not calls:
            return odd("It wrote no call, though one was required.")
        if expected and calls[0].name != expected:
            return odd(f"It called {calls[0].name!r}, though only {expected!r} was allowed.")
        return yes(f"It called {calls[0].name!r}, as it had to.")

    return judge


def _strict(answer: Answer, _: str) -> Judgement:
    calls = answer.message.calls
    if not calls:
        return _without_call(answer)
    arguments = _arguments(calls[0])
    if arguments is None or list(arguments) != ["city"] or not isinstance(arguments["city"], str):
        return odd(f"The arguments do not follow the schema: {quoted(calls[0].arguments)}.")
    return yes("It took a strict tool, and its arguments follow the schema.")


def _of_call(call: Call, *, expected: str) -> Judgement:
    arguments = _arguments(call)
    if call.name != expected:
        return odd(f"It called {call.name!r} where {expected!r} was meant.")
    if arguments is None:
        return odd(f"The arguments are no JSON object: {quoted(call.arguments)}.")
    if "city" not in arguments:
        return odd(f"The call lacks its argument: {quoted(call.arguments)}.")
    return yes(f"It called {call.name!r} with {quoted(call.arguments)}.")


def _without_call(answer: Answer) -> Judgement:
    return odd(f"It took the tools but wrote no call: {quoted(answer.message.text)}.")


def _arguments(call: Call) -> JsonObject | None:
    try:
        value = json.loads(call.arguments)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


_ALLOWED: JsonObject = {
    "type": "allowed_tools",
    "allowed_tools": {"mode": "required", "tools": [_function(_TIME)]},
}
_STRICT_TOOLS: list[Json] = [_tool(_WEATHER, "Gives the weather in a city now.", strict=True)]

TOOL = Probe("tool", "One tool call", _asking(_PARIS), _call)
PARALLEL = Probe(
    "parallel",
    "Two calls at once",
    _asking(_BOTH) | {"parallel_tool_calls": True},
    _parallel,
    "parallel_tool_calls",
    frozenset({"parallel_tool_calls"}),
)
CHOICES = (
    Probe("choice-none", "tool_choice none", _asking(_PARIS, "none"), _none, "tool_choice"),
    Probe("choice-auto", "tool_choice auto", _asking(_PARIS, "auto"), _call, "tool_choice"),
    Probe(
        "choice-required",
        "tool_choice required",
        _asking(_HELLO, "required"),
        _must_call(""),
        "tool_choice",
    ),
    Probe(
        "choice-named",
        "tool_choice one function",
        _asking(_PARIS, _function(_TIME)),
        _must_call(_TIME),
        "tool_choice",
    ),
    Probe(
        "choice-allowed",
        "tool_choice allowed tools",
        _asking(_PARIS, _ALLOWED),
        _must_call(_TIME),
        "tool_choice",
    ),
)
STRICT = Probe(
    "strict", "Strict tools", {"messages": _PARIS, "tools": _STRICT_TOOLS}, _strict, "strict"
)
