"""What a responder of each kind begins with, for one tool."""

import json
import re
from collections.abc import Sequence

from components.responder_scope import Scope
from switchboard.conversations import OFFLINE
from switchboard.messages import Call
from switchboard.responders import Action, ByModel, Fixed, FromSchema, Hand, Http, Mcp, Template
from switchboard.simulate import plausible_result, sample
from switchboard.simulate.plans import endpoint_of, mcp_tool_of
from switchboard.tools import Tool, examples_of
from switchboard.wire import Json, JsonObject

_OFFLINE_MODEL = "offline-chat"
_OPENS_A_TAG = re.compile(r"\{(?=[{%#])")


def beginning(scope: Scope, kind: type[Action]) -> Action:
    """A responder of the kind that already answers, as far as one can without being told more."""
    tool, servers = scope.tool, scope.outsiders.servers
    if kind is Fixed:
        return Fixed(plausible(tool, scope.arguments))
    if kind is Template:
        return Template(_echo(tool, scope.arguments))
    if kind is FromSchema:
        return FromSchema()
    if kind is ByModel:
        return ByModel(_OFFLINE_MODEL, OFFLINE)
    if kind is Http:
        return endpoint_of(tool) or Http("https://")
    if kind is Mcp:
        return mcp_tool_of(tool) or Mcp(servers[0] if servers else "")
    return Hand()


def plausible(tool: Tool, arguments: JsonObject | None) -> Json:
    """A result such as the tool might give to these arguments, or to an example of them."""
    call = Call("", tool.name, json.dumps(example_arguments(tool, arguments)))
    value: Json = json.loads(plausible_result(tool, call))
    return value


def _echo(tool: Tool, arguments: JsonObject | None) -> str:
    """The plausible result as a template: what it repeats of the arguments is taken from them."""
    value = plausible(tool, arguments)
    if not isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    given = example_arguments(tool, arguments)
    required = (tool.parameters or {}).get("required")
    names = required if isinstance(required, list) else []
    said = [
        _said(key, names) if key in given and given[key] == each else _plain(each)
        for key, each in value.items()
    ]
    lines = [f"  {_plain(key)}: {each}" for key, each in zip(value, said, strict=True)]
    return "{\n" + ",\n".join(lines) + "\n}"


def _said(key: str, required: Sequence[Json]) -> str:
    name = json.dumps(key, ensure_ascii=False)
    place = f"arguments[{name}]" if key in required else f"arguments.get({name})"
    return f"{{{{ {place}|tojson }}}}"


def _plain(value: Json) -> str:
    # What Jinja would take for a tag can only stand inside a text, which JSON can write otherwise.
    return _OPENS_A_TAG.sub(r"\\u007b", json.dumps(value, ensure_ascii=False))


def example_arguments(tool: Tool, arguments: JsonObject | None) -> JsonObject:
    """Those of the call at hand, else of a kept example, else made up."""
    if arguments is not None:
        return arguments
    kept = examples_of(tool)
    made = kept[0] if kept else sample(tool.parameters or {})
    return made if isinstance(made, dict) else {}
