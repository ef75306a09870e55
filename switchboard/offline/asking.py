"""A checked request as the rest of the gateway reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from switchboard.offline.models import Model
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Tool:
    """A function that may be called."""

    name: str
    description: str
    schema: JsonObject
    """Its parameters; empty where it takes none."""


@dataclass(frozen=True, slots=True)
class ToolResult:
    """What a tool gave back, with the call it answers."""

    name: str
    arguments: str
    content: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What one request asks for."""

    model: Model
    messages: tuple[JsonObject, ...]
    today: date
    """The day that dates are counted from."""

    tools: tuple[Tool, ...] = ()
    """Those it may call now: none under ``tool_choice: none``, fewer under ``allowed_tools``."""

    must_call: bool = False
    named: bool = False
    """Whether one function was named; ``tools`` is then that one."""

    parallel: bool = True
    choices: int = 1
    stream: bool = False
    include_usage: bool = False
    limit: int | None = None
    """Most tokens of an answer, reasoning included."""

    effort: str = "medium"
    stop: tuple[str, ...] = ()
    top_logprobs: int | None = None
    """``None`` when no log probabilities were asked for."""

    wants_json: bool = False
    json_schema: JsonObject | None = None
    sent_tools: tuple[Json, ...] = ()
    """The tools as sent, for counting."""

    fields: frozenset[str] = frozenset()
    """What was sent at all: the body's keys, ``strict`` if a tool has it, the messages' roles."""


def read_ask(body: JsonObject, model: Model, today: date) -> Ask:
    """The request as values; ``body`` has been checked."""
    form = _object(body.get("response_format"))
    named, must_call, tools = _choose(body)
    return Ask(
        model=model,
        messages=tuple(m for m in _list(body["messages"]) if isinstance(m, dict)),
        today=today,
        tools=tools,
        must_call=must_call,
        named=named,
        parallel=body.get("parallel_tool_calls") is not False,
        choices=_integer(body.get("n")) or 1,
        stream=body.get("stream") is True,
        include_usage=_object(body.get("stream_options")).get("include_usage") is True,
        limit=_integer(body.get("max_completion_tokens")) or _integer(body.get("max_tokens")),
        effort=str(body.get("reasoning_effort") or "medium"),
        stop=_stops(body.get("stop")),
        top_logprobs=(_integer(body.get("top_logprobs")) or 0) if body.get("logprobs") else None,
        wants_json=form.get("type") in ("json_object", "json_schema"),
        json_schema=_schema(form),
        sent_tools=tuple(_list(body.get("tools"))),
        fields=frozenset(_fields(body)),
    )


def _fields(body: JsonObject) -> Iterator[str]:
    yield from (name for name, value in body.items() if value is not None)
    yield from (str(_object(message).get("role")) for message in _list(body["messages"]))
    functions = [_object(_object(tool)["function"]) for tool in _list(body.get("tools"))]
    if any("strict" in function for function in functions):
        yield "strict"


def _choose(body: JsonObject) -> tuple[bool, bool, tuple[Tool, ...]]:
    """Whether one function is named, whether a call is a must, and the tools allowed."""
    tools = tuple(_read_tool(_object(tool)) for tool in _list(body.get("tools")))
    choice = body.get("tool_choice")
    if not isinstance(choice, dict):
        return False, choice == "required", () if choice == "none" else tools
    if choice["type"] == "function":
        names, named, must_call = {_name(choice)}, True, True
    else:
        allowed = _object(choice["allowed_tools"])
        names = {_name(_object(entry)) for entry in _list(allowed["tools"])}
        named, must_call = False, allowed["mode"] == "required"
    return named, must_call, tuple(tool for tool in tools if tool.name in names)


def _read_tool(tool: JsonObject) -> Tool:
    function = _object(tool["function"])
    return Tool(
        name=str(function["name"]),
        description=str(function.get("description") or ""),
        schema=_object(function.get("parameters")),
    )


def _name(holder: JsonObject) -> str:
    return str(_object(holder["function"])["name"])


def _schema(form: JsonObject) -> JsonObject | None:
    if form.get("type") != "json_schema":
        return None
    return _object(_object(form["json_schema"])["schema"])


def _stops(stop: Json) -> tuple[str, ...]:
    return (stop,) if isinstance(stop, str) else tuple(str(text) for text in _list(stop))


def _object(value: Json) -> JsonObject:
    return value if isinstance(value, dict) else {}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _integer(value: Json) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
