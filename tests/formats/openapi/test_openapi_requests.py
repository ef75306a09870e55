"""The way back: a call's arguments as the request that the document describes."""

import json

import pytest
from openapi_documents import body, reading

from switchboard.formats.openapi import HttpRequest, http_request_of
from switchboard.tools import check_toolset


def request(operation, arguments, **more):
    (tool,) = check_toolset(reading(operation, **more).text).tools
    return http_request_of(tool, arguments)


def test_arguments_go_back_to_their_places():
    operation = {
        "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer"}},
            {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
            {"name": "s", "in": "cookie", "schema": {"type": "string"}},
        ],
        **body({"type": "object", "properties": {"id": {"type": "string"}, "n": {}}}),
    }
    given = {"id": "a/b ü", "limit": 3, "X-Trace": "t", "s": "c", "id_2": "é", "n": [1, None]}

    made = request(operation, given, path="/x/{id}", servers=[{"url": "https://x.com/v1"}])
    assert made == HttpRequest(
        method="POST",
        url="https://x.com/v1/x/a%2Fb%20%C3%BC?limit=3",
        headers={"X-Trace": "t", "Cookie": "s=c", "Content-Type": "application/json"},
        body='{"id": "é", "n": [1, null]}',
    )


@pytest.mark.parametrize(
    ("style", "value", "query"),
    [
        ({}, ["a", "b"], "q=a&q=b"),
        ({"explode": False}, ["a", "b"], "q=a%2Cb"),
        ({"style": "pipeDelimited", "explode": False}, ["a", "b"], "q=a%7Cb"),
        ({"style": "spaceDelimited", "explode": False}, ["a", "b"], "q=a+b"),
        ({"style": "deepObject"}, {"a": 1, "b": True}, "q%5Ba%5D=1&q%5Bb%5D=true"),
        ({}, {"a": 1, "b": 2}, "a=1&b=2"),
        ({"explode": False}, {"a": 1, "b": 2}, "q=a%2C1%2Cb%2C2"),
        ({}, True, "q=true"),
    ],
)
def test_lists_and_objects_are_written_in_their_style(style, value, query):
    made = request(
        {"parameters": [{"name": "q", "in": "query", "schema": {}, **style}]}, {"q": value}
    )

    assert made.url == f"/x?{query}"


@pytest.mark.parametrize(
    ("style", "text"),
    [({}, "a,b"), ({"style": "label"}, ".a,b"), ({"style": "matrix"}, ";p=a,b")],
)
def test_a_list_in_a_path_is_written_in_its_style(style, text):
    parameter = {"name": "p", "in": "path", "required": True, "schema": {}, **style}
    made = request({"parameters": [parameter]}, {"p": ["a", "b"]}, path="/x/{p}")

    assert made.url == f"/x/{text}"


FIELDS = {"type": "object", "properties": {"a": {"type": "string"}}}


@pytest.mark.parametrize(
    ("media", "schema", "given", "sent"),
    [
        ("application/json", {"type": "array"}, {"body": [1]}, "[1]"),
        ("application/json", {"type": "string"}, {"body": "x"}, '"x"'),
        ("application/json", FIELDS, {"a": "x", "more": 1}, '{"a": "x", "more": 1}'),
        ("application/x-www-form-urlencoded", FIELDS, {"a": "x y&"}, "a=x+y%26"),
        ("text/plain", {"type": "string"}, {"body": "x"}, "x"),
        ("application/json", FIELDS, {}, None),
    ],
)
def test_a_body_is_written_in_its_media_type(media, schema, given, sent):
    made = request(body(schema, media), given)

    assert made.body == sent
    assert made.headers == ({"Content-Type": media} if sent else {})


def test_a_form_of_parts_is_left_to_the_sender():
    made = request(body(FIELDS, "multipart/form-data"), {"a": "x"})

    assert (made.body, made.parts, made.headers) == (None, {"a": "x"}, {})


def test_a_tool_from_elsewhere_makes_no_request():
    (tool,) = check_toolset(json.dumps({"name": "f"})).tools

    assert http_request_of(tool, {}) is None
