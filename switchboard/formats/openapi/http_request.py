"""A call's arguments as the HTTP request its operation describes: the way back of an import."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import urlencode

from switchboard.formats.openapi.serialization import joined, path_text, plain_text, query_pairs
from switchboard.formats.openapi.shapes import object_in, text_in
from switchboard.tools import Tool
from switchboard.wire import Json, JsonObject

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"

_Given: TypeAlias = list[tuple[JsonObject, Json]]
"""Each argument's place and its value."""


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request as it can be sent; no key is in it."""

    method: str
    url: str
    """Relative when the document names no host."""

    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    """Of ``multipart/form-data``, for which the sender makes the boundary; ``body`` is ``None``."""


def http_request_of(tool: Tool, arguments: Mapping[str, Json]) -> HttpRequest | None:
    """The request that these arguments make; ``None`` for a tool that came from no OpenAPI.

    Arguments that the tool does not know are part of the body, where there is one.
    """
    http = object_in(tool.margin.get("http"))
    places = object_in(http.get("arguments"))
    if not http:
        return None
    given = [(object_in(places.get(name, _more(name))), value) for name, value in arguments.items()]
    media = text_in(object_in(http.get("body")).get("type"))
    held = _within(given, "body") if media else []
    is_whole = bool(held) and media != _MULTIPART
    return HttpRequest(
        method=text_in(http.get("method")),
        url=_url(http, given),
        headers=_headers(given) | ({"Content-Type": media} if is_whole else {}),
        body=_body(held, media) if is_whole else None,
        parts=_fields(held) if media == _MULTIPART else {},
    )


def _more(name: str) -> JsonObject:
    return {"in": "body", "name": name}


def _within(given: _Given, where: str) -> _Given:
    return [(place, value) for place, value in given if place.get("in") == where]


def _url(http: JsonObject, given: _Given) -> str:
    path = text_in(http.get("path"))
    for place, value in _within(given, "path"):
        path = path.replace(f"{{{text_in(place.get('name'))}}}", path_text(place, value))
    query = urlencode(_pairs(given, "query"))
    return text_in(http.get("server")) + path + (f"?{query}" if query else "")


def _headers(given: _Given) -> dict[str, str]:
    headers = {
        text_in(place.get("name")): joined(value) for place, value in _within(given, "header")
    }
    cookies = "; ".join(f"{name}={text}" for name, text in _pairs(given, "cookie"))
    return headers | ({"Cookie": cookies} if cookies else {})


def _pairs(given: _Given, where: str) -> list[tuple[str, str]]:
    return [pair for place, value in _within(given, where) for pair in query_pairs(place, value)]


def _body(held: _Given, media: str) -> str:
    if media == _FORM:
        return urlencode(_fields(held))
    whole = _value(held)
    return (
        whole
        if isinstance(whole, str) and "json" not in media
        else json.dumps(whole, ensure_ascii=False)
    )


def _value(held: _Given) -> Json:
    """The body's value: one argument's, or an object of those that are its properties."""
    for place, value in held:
        if "name" not in place:
            return value
    return {text_in(place["name"]): value for place, value in held}


def _fields(held: _Given) -> dict[str, str]:
    return {name: plain_text(value) for name, value in object_in(_value(held)).items()}
