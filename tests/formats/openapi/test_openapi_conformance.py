"""Real documents, and what tools made of them must express; needs SWITCHBOARD_CONFORMANCE_DATA."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from switchboard.formats.openapi import read_openapi
from switchboard.tools import MARGIN, check_toolset

FOLDER = Path(os.environ.get("SWITCHBOARD_CONFORMANCE_DATA") or "nowhere") / "openapi"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data"
)
EXPECTED = FOLDER / "expected_operations.jsonl"
LINES = EXPECTED.read_text(encoding="utf-8").splitlines() if EXPECTED.is_file() else []
ROWS = [json.loads(line) for line in LINES]
DOCUMENTS = sorted({row["spec"] for row in ROWS})
# OpenAPI 3: "the parameter definition SHALL be ignored".
NO_ARGUMENTS = {("header", "Authorization")}


@cache
def tools_of(document: str) -> dict[tuple[str, str], dict[str, Any]]:
    text = (FOLDER / document).read_text(encoding="utf-8")
    entries = read_openapi(text).reading().entries
    return {(http_of(each)["method"].lower(), http_of(each)["path"]): each for each in entries}


def http_of(entry: Any) -> dict[str, Any]:
    return entry[MARGIN]["http"]


def body_schema(entry: dict[str, Any]) -> dict[str, Any]:
    """Of a body that is one argument, its schema; else the tool's own."""
    parameters = entry["function"]["parameters"]
    whole = [name for name, place in http_of(entry)["arguments"].items() if place == {"in": "body"}]
    schema = parameters["properties"][whole[0]] if whole else parameters
    while "$ref" in schema:
        schema = parameters["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_operation_of_a_real_document_is_a_tool_that_can_be_sent(document):
    expected = {(row["method"], row["path"]) for row in ROWS if row["spec"] == document}
    reading = read_openapi((FOLDER / document).read_text(encoding="utf-8")).reading()

    assert set(tools_of(document)) == expected
    assert reading.problems == ()
    assert check_toolset(reading.text).problems == ()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_parameter_of_a_real_document_is_an_argument(document):
    for row in (row for row in ROWS if row["spec"] == document):
        entry = tools_of(document)[row["method"], row["path"]]
        parameters, places = entry["function"]["parameters"], http_of(entry)["arguments"]
        by_place = {(place["in"], place.get("name")): name for name, place in places.items()}
        for each in row["params"]:
            where = "body" if each["in"] == "formData" else each["in"]
            if (where, each["name"]) not in NO_ARGUMENTS:
                name = by_place[where, each["name"]]
                assert name in parameters["properties"]
                assert (name in parameters.get("required", [])) == each["required"]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_property_of_a_real_body_can_be_given(document):
    for row in (row for row in ROWS if row["spec"] == document and "body" in row):
        entry = tools_of(document)[row["method"], row["path"]]
        schema = body_schema(entry)
        places = http_of(entry)["arguments"].values()
        names = {place["name"] for place in places if place["in"] == "body" and "name" in place}
        assert row["body"]["properties"] == sorted(names or schema.get("properties", {}))
