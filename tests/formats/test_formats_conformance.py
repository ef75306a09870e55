"""Every real tool, in and out of every format; needs SWITCHBOARD_CONFORMANCE_DATA."""

import gzip
import json
import os
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest
from generated_code import run
from pydantic import ValidationError

from switchboard.formats import FORMATS, read_tools, write_tools
from switchboard.tools import check_toolset

FOLDER = os.environ.get("SWITCHBOARD_CONFORMANCE_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data"
)
TOOLS = Path(FOLDER or "nowhere") / "tools"
SIX = [each.id for each in FORMATS if each.reads and each.writes]
CODE = ["pydantic", "python", "typescript", "markdown"]


@cache
def rows():
    lines = (TOOLS / "tools.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@cache
def readings():
    return [read_tools(json.dumps([row["raw"]])) for row in rows()]


def tools_of(reading):
    return check_toolset(reading.text).tools


def test_every_tool_is_read_as_what_it_is_and_nothing_is_unclear():
    forms = {"openai": "openai-chat", "openai-legacy-functions": "openai-chat", "mcp": "mcp"}

    assert [reading.format for reading in readings()] == [forms[row["format"]] for row in rows()]
    assert {reading.problems for reading in readings()} == {()}


@pytest.mark.parametrize(("source", "form"), [("mcp", "mcp"), ("openai", "openai-chat")])
def test_every_tool_goes_back_into_its_own_form_as_it_was(source, form):
    for row, reading in zip(rows(), readings(), strict=True):
        if row["format"] == source:
            value = json.loads(write_tools(tools_of(reading), form).text)
            assert (value["tools"] if form == "mcp" else value) == [row["raw"]]


@pytest.mark.parametrize("form", SIX)
def test_every_tool_comes_back_from_every_form_but_for_what_is_named(form):
    for reading in readings():
        writing = write_tools(tools_of(reading), form)
        back = read_tools(writing.text, format=form)

        assert back.problems == ()
        if not writing.losses:
            assert back.entries == reading.entries
        (before,), (after,) = (tools_of(each) for each in (reading, back))
        assert (before.name, before.description) == (after.name, after.description)
        assert before.parameters in (None, after.parameters)


@pytest.mark.parametrize("form", CODE)
def test_all_tools_are_written_into_one_text(form):
    tools = [tool for reading in readings() for tool in tools_of(reading)]

    writing = write_tools(tools, form)

    assert len(writing.text) > 100_000
    if form in ("pydantic", "python"):
        run(writing.text)


def test_models_of_real_tools_judge_arguments_as_two_validators_do():
    vectors = defaultdict(list)
    with gzip.open(TOOLS / "arg_vectors.jsonl.gz", "rt", encoding="utf-8") as lines:
        for vector in map(json.loads, lines):
            vectors[vector["tool_n"]].append(vector)

    unlike = [
        (row["name"], vector["args"])
        for row, reading in zip(rows(), readings(), strict=True)
        for vector in vectors[row["n"]]
        if not _is_known_to_differ(vector) and _accepts(reading, vector["args"]) != vector["valid"]
    ]

    assert unlike == []


def _is_known_to_differ(vector):
    """Pydantic takes 10.0 for no integer, and a value that may be left out may be null."""
    text = json.dumps(vector["args"])
    return ".0" in text if vector["valid"] else "null" in text


_MODELS = {}


def _accepts(reading, arguments):
    if reading.text not in _MODELS:
        source = write_tools(tools_of(reading), "pydantic").text
        (_MODELS[reading.text],) = run(source)["TOOLS"].values()
    try:
        _MODELS[reading.text].model_validate_json(json.dumps(arguments), strict=True)
    except ValidationError:
        return False
    return True
