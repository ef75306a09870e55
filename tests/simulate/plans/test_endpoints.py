"""An imported operation as a responder: its templates make the very request the operation says."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlsplit

import pytest

from switchboard.formats.openapi import read_openapi
from switchboard.formats.openapi.http_request import http_request_of
from switchboard.responders import Http, Mcp
from switchboard.simulate.plans import endpoint_of, from_mcp_server, mcp_tool_of
from switchboard.templates import TemplateScope, render
from switchboard.tools import Tool, check_toolset

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://api.example.com/v1"}]
paths:
  /items/{id}:
    get:
      operationId: find
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
        - {name: page, in: query, required: true, schema: {type: integer}}
        - {name: is-new, in: query, schema: {type: boolean}}
        - {name: tag, in: query, schema: {type: array, items: {type: string}}}
        - {name: X-Team, in: header, schema: {type: string}}
    post:
      operationId: order
      parameters:
        - {name: id, in: path, required: true, schema: {type: string}}
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties: {count: {type: integer}, note: {type: string}}
  /notes:
    post:
      operationId: note
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {type: object, properties: {title: {type: string}, text: {type: string}}}
"""


def tools():
    document = read_openapi(DOCUMENT)
    entries = document.reading([each.id for each in document.operations]).entries

    return {tool.name: tool for tool in check_toolset(json.dumps(entries)).tools}


TOOLS = tools()


def rendered(text, arguments, **how):
    scope = TemplateScope(
        arguments, count=1, tool="f", seed="", now=datetime(2026, 1, 1, tzinfo=UTC)
    )
    return render(text, scope, **how)


def address(text, arguments):
    return rendered(text, arguments, is_address=True)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("find", {"id": "a/b c?d=%2F&", "page": 2, "X-Team": "red"}),
        ("find", {"id": "é", "page": 1, "is-new": True, "tag": ["x&y", "z"], "X-Team": "red"}),
        ("order", {"id": "7", "count": 3}),
        ("order", {"id": "7", "count": 3, "note": 'say "hi"'}),
        ("order", {"id": "7", "note": "only"}),
        ("note", {"title": "a b", "text": "é&c"}),
        ("note", {"text": "alone"}),
    ],
)
def test_its_templates_write_the_request_of_the_operation(name, arguments):
    wanted = http_request_of(TOOLS[name], arguments)
    http = endpoint_of(TOOLS[name])

    url, sent = urlsplit(address(http.url, arguments)), urlsplit(wanted.url)

    assert http.method == wanted.method
    assert (url.netloc, url.path) == (sent.netloc, sent.path)
    assert parse_qsl(url.query) == parse_qsl(sent.query)
    assert body_of(http, arguments) == understood(wanted.body or "")
    assert {key: rendered(each, arguments) for key, each in http.headers.items()} == wanted.headers


def body_of(http, arguments):
    return understood(rendered(http.body, arguments))


def understood(body):

    return json.loads(body) if body.startswith("{") else parse_qsl(body)


def test_its_address_can_be_read_by_a_person():
    assert endpoint_of(TOOLS["order"]).url == (
        'https://api.example.com/v1/items/{{ arguments["id"] }}'
    )


def plain(**margin):
    return Tool("f", None, None, strict=None, raw={"name": "f"}, margin=margin)


def test_a_key_in_a_header_is_left_out():
    places = {"key": {"in": "header", "name": "X-Api-Key"}}
    http = {"method": "get", "path": "/a", "server": "https://b", "arguments": places}

    assert endpoint_of(plain(http=http)) == Http("https://b/a")


def test_a_tool_of_no_document_has_no_endpoint():
    assert endpoint_of(plain()) is None
    assert endpoint_of(plain(http="x")) is None


def test_the_live_server_that_listed_a_tool_is_told_by_its_source():
    entry = {"type": "function", "function": {"name": "f"}, "x-switchboard": {"title": "F"}}
    listed = from_mcp_server(entry, "weather")

    assert listed["x-switchboard"] == {"title": "F", "source": "MCP server weather"}
    assert mcp_tool_of(plain(source="MCP server weather")) == Mcp("weather")
    assert mcp_tool_of(plain(source="Python, line 1: f")) is None
