"""Operations as tools: names, descriptions, arguments, bodies, servers."""

import json

import pytest
from openapi_documents import body, document, parameters, reading, tool

from switchboard.formats.openapi import read_openapi
from switchboard.tools import MARGIN


def http(operation, **more):
    return tool(operation, **more)[MARGIN]["http"]


def test_an_operation_can_be_chosen_by_its_id_or_its_place():
    paths = {
        "/a": {
            "get": {"operationId": "listA", "summary": "List.", "deprecated": True, "tags": ["t"]}
        },
        "/b": {"get": {"operationId": "listA"}, "post": {"description": "Make.\nMore."}},
    }
    found = read_openapi(json.dumps({"openapi": "3.1.0", "info": {"title": "T"}, "paths": paths}))

    assert (found.title, found.version) == ("T", "3.1.0")
    assert [(each.id, each.name, each.summary) for each in found.operations] == [
        ("listA", "listA", "List."),
        ("GET /b", "listA_2", ""),
        ("POST /b", "post_b", "Make."),
    ]
    assert (found.operations[0].is_deprecated, found.operations[0].tags) == (True, ("t",))
    chosen = found.reading(["GET /b", "none"])
    assert [each["function"]["name"] for each in chosen.entries] == ["listA_2"]
    assert chosen.problems[0].message == "There is no operation `none` in this document."


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("find-pets", "find-pets"),
        ("pets/find by.status", "pets_find_by_status"),
        ("3things", "_3things"),
        ("é", "operation"),
        ("a" * 80, "a" * 64),
    ],
)
def test_names_are_made_legal(id, name):
    assert tool({"operationId": id})["function"]["name"] == name


@pytest.mark.parametrize(
    ("operation", "description"),
    [
        ({"summary": "Find.", "description": "Slowly."}, "Find.\n\nSlowly."),
        ({"summary": "Find", "description": "Find a pet."}, "Find a pet."),
        ({"summary": "Find.", "deprecated": True}, "Deprecated. Find."),
    ],
)
def test_the_description_is_the_summary_and_what_else_is_said(operation, description):
    assert tool(operation)["function"]["description"] == description


def test_every_argument_knows_where_it_goes():
    found = http(
        {
            "parameters": [
                {"name": "limit", "in": "query", "schema": {"type": "integer"}},
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
                {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
                {"name": "filter[name]", "in": "query", "style": "deepObject", "schema": {}},
                {"name": "Authorization", "in": "header", "schema": {"type": "string"}},
            ],
            **body({"type": "object", "properties": {"id": {"type": "string"}}}),
        },
        path="/x/{id}/{rest}",
        servers=[{"url": "https://{host}/v1/", "variables": {"host": {"default": "x.com"}}}],
    )

    assert found == {
        "method": "POST",
        "path": "/x/{id}/{rest}",
        "server": "https://x.com/v1",
        "arguments": {
            "rest": {"in": "path", "name": "rest"},
            "id": {"in": "path", "name": "id"},
            "limit": {"in": "query", "name": "limit"},
            "filter_name": {"in": "query", "name": "filter[name]", "style": "deepObject"},
            "X-Trace": {"in": "header", "name": "X-Trace"},
            "id_2": {"in": "body", "name": "id"},
        },
        "body": {"type": "application/json"},
    }


def test_an_operations_parameter_replaces_that_of_its_path():
    paths = {
        "/x": {
            "parameters": [
                {"name": "a", "in": "query", "schema": {"type": "string"}},
                {"name": "b", "in": "query", "schema": {"type": "string"}},
            ],
            "get": {"parameters": [{"name": "a", "in": "query", "schema": {"type": "integer"}}]},
        }
    }
    text = json.dumps({"openapi": "3.0.0", "paths": paths})
    (entry,) = read_openapi(text).reading().entries

    assert entry["function"]["parameters"]["properties"] == {
        "a": {"type": "integer"},
        "b": {"type": "string"},
    }


OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}


@pytest.mark.parametrize(
    ("operation", "schema"),
    [
        (body(OBJECT, required=True), OBJECT),
        (body(OBJECT), OBJECT),
        (body(OBJECT, required=False), {"type": "object", "properties": {"body": OBJECT}}),
        (
            body({"type": "array", "items": {}}, required=True),
            {
                "type": "object",
                "properties": {"body": {"type": "array", "items": {}}},
                "required": ["body"],
            },
        ),
        (
            body({"allOf": [OBJECT, {"properties": {"b": {}}, "additionalProperties": False}]}),
            {
                "type": "object",
                "properties": {"a": {"type": "string"}, "b": {}},
                "required": ["a"],
                "additionalProperties": False,
            },
        ),
        (
            body({**OBJECT, "oneOf": [{}]}),
            {"type": "object", "properties": {"body": {**OBJECT, "oneOf": [{}]}}},
        ),
        (
            body({}, "application/octet-stream"),
            {
                "type": "object",
                "properties": {
                    "body": {
                        "type": "string",
                        "description": "The body, as application/octet-stream.",
                    }
                },
            },
        ),
    ],
    ids=["object", "nothing said", "not required", "list", "allOf", "oneOf", "bytes"],
)  # fmt: skip
def test_a_body_is_laid_flat_where_that_says_the_same(operation, schema):
    assert parameters(operation) == schema


def test_json_is_taken_first_and_other_media_types_are_named():
    content = {"application/xml": {}, "text/json": {}, "application/json; charset=utf-8": {}}
    found = http({"requestBody": {"content": content}})

    assert found["body"] == {
        "type": "application/json; charset=utf-8",
        "also": ["application/xml", "text/json"],
    }


def test_swagger_2_is_read_with_its_forms_and_lists():
    operation = {
        "consumes": ["multipart/form-data"],
        "parameters": [
            {"name": "ids", "in": "query", "type": "array", "items": {"type": "integer"}},
            {"name": "tags", "in": "query", "type": "array", "collectionFormat": "multi"},
            {"name": "file", "in": "formData", "type": "file", "required": True},
        ],
    }
    found = tool(operation, version="2.0", host="x.com", basePath="/v2", schemes=["http", "https"])

    assert found["function"]["parameters"] == {
        "type": "object",
        "properties": {
            "ids": {"type": "array", "items": {"type": "integer"}},
            "tags": {"type": "array"},
            "file": {"type": "string", "format": "binary"},
        },
        "required": ["file"],
    }
    assert found[MARGIN]["http"] == {
        "method": "POST",
        "path": "/x",
        "server": "https://x.com/v2",
        "arguments": {
            "ids": {"in": "query", "name": "ids", "explode": False},
            "tags": {"in": "query", "name": "tags", "style": "form", "explode": True},
            "file": {"in": "body", "name": "file"},
        },
        "body": {"type": "multipart/form-data"},
    }


def test_what_a_person_should_know_is_told_once_for_all_tools():
    found = reading(body({}, "text/plain"), components={"securitySchemes": {"k": {}}})

    assert found.notes[1:] == (
        "No host is said for `post_x`: give the server before calling them.",
        "The body is not JSON but a form, a file or a text in `post_x`.",
        "Requests need a key or a login, which is no argument: `k`.",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "There is nothing in this text."),
        ("[]", "This is no OpenAPI document: it has neither `openapi` nor `swagger` at its top"
               " level."),
        ('{"openapi": "4.0"}',
         'This says `openapi` `"4.0"`; OpenAPI 3.0 and 3.1 and Swagger 2.0 can be read.'),
        ("{", None),
        ('{"openapi": NaN}', "This is not JSON: NaN is no number there."),
        ("a: [", None),
    ],
)  # fmt: skip
def test_what_is_no_document_is_a_problem(text, told):
    found = read_openapi(text)

    assert found.operations == ()
    assert told in (None, found.problems[0].message)


def test_an_empty_document_has_no_tools():
    assert read_openapi(json.dumps(document({}) | {"paths": None})).operations == ()


def test_a_header_that_the_client_writes_is_no_argument_and_is_told_of():
    headers = [
        {"name": name, "in": "header", "schema": {"type": "string"}}
        for name in ("Accept", "X-Mine")
    ]
    paths = {"/a": {"get": {"operationId": "a", "parameters": headers}}}

    reading = read_openapi(json.dumps({"openapi": "3.0.0", "paths": paths})).reading()

    assert [*reading.entries[0]["function"]["parameters"]["properties"]] == ["X-Mine"]
    assert "No argument, because whoever sends the request writes it: `Accept`." in reading.notes
