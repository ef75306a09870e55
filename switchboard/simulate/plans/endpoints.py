"""The real endpoint behind a tool that was imported, as a responder that asks it.

The way of ``formats.openapi.http_request``, written as templates over the arguments.
"""

import json
from collections.abc import Iterator
from urllib.parse import quote

from switchboard.payload.secret_fields import is_secret_field
from switchboard.responders import Http, Mcp
from switchboard.tools import MARGIN, Tool
from switchboard.wire import Json, JsonObject

_MCP_SOURCE = "MCP server "
"""What ``source`` in a tool's margin begins with where a live server listed it."""

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_BY_JSON = ("boolean", "integer", "number", "object")
"""Types whose values Jinja would write in Python's words."""


def endpoint_of(tool: Tool) -> Http | None:
    """The request of the tool's operation; ``None`` for a tool that came from no OpenAPI.

    What only a form of several parts, a cookie or a key in a header could say is left out.
    """
    http = tool.margin.get("http")
    if not isinstance(http, dict) or not _text(http, "path"):
        return None
    places = http.get("arguments")
    arguments = [*_arguments(tool, places if isinstance(places, dict) else {})]
    media = _media(http)
    headers = {each.told: each.plain for each in arguments if each.where == "header"}
    headers = {name: said for name, said in headers.items() if not is_secret_field(name)}
    body = _body([each for each in arguments if each.where == "body"], media)
    return Http(
        url=_text(http, "server") + _path(_text(http, "path"), arguments) + _query(arguments),
        method=_text(http, "method").upper() or "GET",
        headers=headers | ({"Content-Type": media} if body else {}),
        body=body,
    )


def mcp_tool_of(tool: Tool) -> Mcp | None:
    """The tool of the live server that listed it; ``None`` where the margin names none."""
    source = tool.margin.get("source")
    if not isinstance(source, str) or not source.startswith(_MCP_SOURCE):
        return None
    return Mcp(source.removeprefix(_MCP_SOURCE))


def from_mcp_server(entry: JsonObject, server: str) -> JsonObject:
    """The tool's entry of a toolset, with the live server that listed it in its margin."""
    margin = entry.get(MARGIN)
    kept = margin if isinstance(margin, dict) else {}
    return {**entry, MARGIN: {**kept, "source": f"{_MCP_SOURCE}{server}"}}


class _Argument:
    """One argument, its place in the request, and how a template writes it."""

    def __init__(self, name: str, place: JsonObject, schema: Json, *, is_required: bool) -> None:
        self.name, self.is_required = name, is_required
        self.where, self.told = _text(place, "in"), _text(place, "name")
        self._place = place
        self._kind = schema.get("type") if isinstance(schema, dict) else None
        self.value = f"arguments[{json.dumps(name, ensure_ascii=False)}]"

    @property
    def plain(self) -> str:
        """In a header, and in a path, where it is percent-encoded as it is printed."""
        return f"{{{{ {self._said(self.value)} }}}}"

    @property
    def in_query(self) -> str:
        """``name=value``; of a list one for each, unless the operation says otherwise."""
        name = quote(self.told, safe="")
        style = _text(self._place, "style")
        if self._kind == "array" and self._place.get("explode", style in ("", "form")) is True:
            return f"{{% for each in {self.value} %}}&{name}={{{{ each }}}}{{% endfor %}}"
        return f"&{name}={self.plain}"

    def _said(self, value: str) -> str:
        if self._kind == "array":
            return f"{value}|join(',')"
        return f"{value}|tojson" if self._kind in _BY_JSON else value


def _arguments(tool: Tool, places: JsonObject) -> Iterator[_Argument]:
    schema = tool.parameters or {}
    properties, required = schema.get("properties"), schema.get("required")
    names = required if isinstance(required, list) else []
    described = properties if isinstance(properties, dict) else {}
    for name, place in places.items():
        if isinstance(place, dict):
            yield _Argument(name, place, described.get(name), is_required=name in names)


def _path(path: str, arguments: list[_Argument]) -> str:
    for each in arguments:
        if each.where == "path":
            path = path.replace(f"{{{each.told}}}", each.plain)
    return path


def _query(arguments: list[_Argument]) -> str:
    held = [each for each in arguments if each.where == "query"]
    said = [each.in_query if each.is_required else _if_given(each, each.in_query) for each in held]
    # An ``&`` behind the question mark says nothing, and spares a template that counts.
    return f"?{''.join(said).removeprefix('&')}" if said else ""


def _if_given(argument: _Argument, said: str) -> str:
    name = json.dumps(argument.name, ensure_ascii=False)
    return f"{{% if {name} in arguments %}}{said}{{% endif %}}"


def _body(held: list[_Argument], media: str) -> str:
    if not held or media in ("", _MULTIPART):
        return ""
    whole = next((each for each in held if not each.told), None)
    if whole:
        filter = "urlencode" if media == _FORM else "tojson"
        return f"{{{{ {whole.value}|{filter} }}}}"
    names = json.dumps({each.name: each.told for each in held}, ensure_ascii=False)
    loop = f"{{% for key, value in arguments.items() if key in {names} %}}"
    if media == _FORM:
        one = f"{{{{ {names}[key]|urlencode }}}}={{{{ value|urlencode }}}}"
        return f"{loop}{{{{ '&' if not loop.first }}}}{one}{{% endfor %}}"
    one = f"{{{{ {names}[key]|tojson }}}}: {{{{ value|tojson }}}}"
    return f"{{ {loop}{{{{ ', ' if not loop.first }}}}{one}{{% endfor %}} }}"


def _media(http: JsonObject) -> str:
    body = http.get("body")
    return _text(body, "type") if isinstance(body, dict) else ""


def _text(value: JsonObject, key: str) -> str:
    text = value.get(key)
    return text if isinstance(text, str) else ""
