"""Against other people's tools and validators; needs SWITCHBOARD_CONFORMANCE_DATA."""

import gzip
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import _WrappedReferencingError
from referencing import Registry

from switchboard.messages import Call
from switchboard.tools import Tool, check_call, check_schema, check_toolset, value_problems

FOLDER = os.environ.get("SWITCHBOARD_CONFORMANCE_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data"
)


def folder() -> Path:
    return Path(str(FOLDER))


@cache
def real_tools() -> dict[int, tuple[str, dict[str, Any]]]:
    """Number -> how the definition was found, and the definition."""
    lines = (folder() / "tools" / "tools.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["n"]: (row["format"], row["raw"]) for row in rows}


def as_function(format: str, raw: dict[str, Any]) -> dict[str, Any]:
    if format != "mcp":
        return raw
    kept = {key: raw[key] for key in ("name", "description") if key in raw}
    return {**kept, "parameters": raw["inputSchema"]}


def tool_of(number: int) -> Tool:
    (tool,) = check_toolset(json.dumps(as_function(*real_tools()[number]))).tools
    return tool


def test_every_real_tool_is_understood():
    assert len(real_tools()) == 355

    for format, raw in real_tools().values():
        function = as_function(format, raw)
        (tool,) = check_toolset(json.dumps(function, ensure_ascii=False)).tools
        assert tool.definition()["function"] == function.get("function", function)


def test_every_real_tool_but_one_that_breaks_its_own_strictness_can_be_sent():
    wrong = [
        raw.get("function", raw)["name"]
        for format, raw in real_tools().values()
        if not check_toolset(json.dumps(as_function(format, raw))).is_sendable
    ]

    assert wrong == ["insert_level_with_spaces"]


def test_every_real_tool_as_it_was_found_gives_tools_or_problems():
    for _, raw in real_tools().values():
        toolset = check_toolset(json.dumps(raw))

        assert toolset.tools
        assert all(problem.line for problem in toolset.problems)


def test_two_independent_validators_agree_on_every_vector():
    tools = {number: tool_of(number) for number in real_tools()}
    different = []
    with gzip.open(folder() / "tools" / "arg_vectors.jsonl.gz", "rt", encoding="utf-8") as lines:
        vectors = [json.loads(line) for line in lines]
    for vector in vectors:
        tool = tools[vector["tool_n"]]
        checked = check_call(Call("call_1", tool.name, json.dumps(vector["args"])), [tool])
        places = {("/".join(map(str, each.path)), each.keyword) for each in checked.problems}
        expected = {(path.strip("/"), keyword) for path, keyword in vector["errors"]}
        if (checked.is_valid, places) != (vector["valid"], expected):
            different.append(vector)

    assert len(vectors) == 4_101
    assert different == []


# Its ``$schema`` is on a server; a draft that is not known is a problem here, not a guess.
UNKNOWN_DRAFT = "http://localhost:1234/"


@cache
def official_tests() -> list[tuple[str, Any, Any, bool]]:
    files = sorted((folder() / "json-schema-test-suite/tests/draft2020-12").glob("*.json"))
    groups = [group for file in files for group in json.loads(file.read_text(encoding="utf-8"))]
    return [
        (f"{group['description']}: {test['description']}", group["schema"], *pair(test))
        for group in groups
        if not draft(group["schema"]).startswith(UNKNOWN_DRAFT)
        for test in group["tests"]
    ]


def pair(test: dict[str, Any]) -> tuple[Any, bool]:
    return test["data"], test["valid"]


def draft(schema: Any) -> str:
    return schema.get("$schema", "") if isinstance(schema, dict) else ""


def passes_here(schema: Any, value: Any, valid: bool) -> bool:
    return not check_schema(schema) and (not value_problems(value, schema)) == valid


def passes_in_jsonschema(schema: Any, value: Any, valid: bool) -> bool:
    try:
        return Draft202012Validator(schema, registry=Registry()).is_valid(value) == valid
    except (_WrappedReferencingError, re.error):
        return False


def test_what_jsonschema_passes_of_the_official_suite_passes_here():
    assert len(official_tests()) > 1_200

    lost = [
        name
        for name, *test in official_tests()
        if passes_in_jsonschema(*test) and not passes_here(*test)
    ]

    assert lost == []


def test_unicode_properties_pass_that_jsonschema_does_not_know():
    won = [
        name
        for name, *test in official_tests()
        if passes_here(*test) and not passes_in_jsonschema(*test)
    ]

    assert len(won) >= 5
    assert all("Unicode" in name for name in won)
