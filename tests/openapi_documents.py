"""Small documents, as tests write them."""

import json
from typing import Any

from switchboard.formats.openapi import read_openapi


def document(operation: dict[str, Any], *, path: str = "/x", version: str = "3.0.3", **more: Any):
    """A document with one ``post`` operation."""
    named = {"swagger": version} if version == "2.0" else {"openapi": version}
    return {**named, "info": {"title": "T"}, "paths": {path: {"post": operation}}, **more}


def reading(operation: dict[str, Any], **more: Any):
    """The reading of that document."""
    return read_openapi(json.dumps(document(operation, **more))).reading()


def tool(operation: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The one tool of that document."""
    (entry,) = reading(operation, **more).entries
    return entry


def parameters(operation: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The schema of its arguments."""
    return tool(operation, **more)["function"]["parameters"]


def schema_of(schema: Any, **more: Any) -> Any:
    """What becomes of a schema, in a parameter."""
    described = {"name": "a", "in": "query", "schema": schema}
    return parameters({"parameters": [described]}, **more)["properties"]["a"]


def body(schema: Any, media: str = "application/json", **more: Any) -> dict[str, Any]:
    """A request body of that schema."""
    return {"requestBody": {"content": {media: {"schema": schema}}, **more}}
