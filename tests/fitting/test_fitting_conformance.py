"""Every real tool, and arguments for it; needs SWITCHBOARD_CONFORMANCE_DATA."""

import gzip
import json
import os
from functools import cache
from pathlib import Path

import pytest

from switchboard.fitting import GOALS, as_before, fit
from switchboard.payload import for_dialect
from switchboard.settings import Profile
from switchboard.tools import check_schema, check_toolset, value_problems

FOLDER = os.environ.get("SWITCHBOARD_CONFORMANCE_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data"
)
GOAL_IDS = [goal.id for goal in GOALS]
NO_ARGUMENTS = {"type": "object", "maxProperties": 0}
GEMINI = Profile(schema_dialect="gemini")


def folder() -> Path:
    return Path(str(FOLDER)) / "tools"


def read(text):
    (tool,) = check_toolset(text).tools
    return tool


@cache
def real_tools():
    """By number."""
    lines = (folder() / "tools.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["n"]: read(json.dumps(as_function(row["format"], row["raw"]))) for row in rows}


def as_function(format, raw):
    if format != "mcp":
        return raw
    kept = {key: raw[key] for key in ("name", "description") if key in raw}
    return {**kept, "parameters": raw["inputSchema"]}


@cache
def fittings(goal):
    return {number: fit(tool, goal) for number, tool in real_tools().items()}


@pytest.mark.parametrize("goal", GOAL_IDS)
def test_every_real_tool_is_fitted_once_and_for_all(goal):
    assert len(fittings(goal)) == 355

    for fitting in fittings(goal).values():
        after = fitting.after()
        assert check_schema(after.get("parameters", {})) == ()
        assert fit(read(json.dumps(after)), goal).changes == ()


@pytest.mark.parametrize("goal", GOAL_IDS)
def test_each_change_of_a_real_tool_can_be_taken_alone(goal):
    for fitting in fittings(goal).values():
        for change in fitting.changes[:40]:
            after = fitting.after([change.id])
            assert after != fitting.before
            assert check_schema(after.get("parameters", {})) == ()


def test_every_real_tool_is_strict_after_it_or_it_is_said_why():
    left = [fitting for fitting in fittings("strict").values() if fitting.left]

    assert len(left) == 25
    for fitting in fittings("strict").values():
        assert fitting.left or check_toolset(json.dumps(fitting.after())).problems == ()


def test_nothing_of_a_real_tool_is_left_for_gemini_to_be_changed_on_the_way():
    for fitting in fittings("gemini").values():
        tool = {"type": "function", "function": fitting.after()}
        assert for_dialect([tool], GEMINI).changes == ()


@cache
def vectors():
    """Those of each tool, by its number."""
    found = {number: [] for number in real_tools()}
    with gzip.open(folder() / "arg_vectors.jsonl.gz", "rt", encoding="utf-8") as lines:
        for vector in map(json.loads, lines):
            if isinstance(vector["args"], dict):
                found[vector["tool_n"]].append((vector["args"], vector["valid"]))
    return found


@pytest.mark.parametrize("goal", GOAL_IDS)
def test_real_arguments_that_fit_after_what_does_not_loosen_fit_before(goal):
    for number, fitting in fittings(goal).items():
        loose = {each.id for each in fitting.changes if each.loosens}
        taken = [each.id for each in fitting.changes if not fitting.taken_with([each.id]) & loose]
        assert breaking(number, fitting, fitting.after(taken)) == []


def breaking(number, fitting, after):
    """Arguments that fit after and not before. Left-out ones are written as null, as models do."""
    given = [arguments for arguments, _ in vectors()[number]]
    tried = [*given, *(with_nulls(arguments, after) for arguments in given)]
    taken = [arguments for arguments in tried if is_taken(arguments, after)]
    return [each for each in taken if not is_taken(as_before(each, fitting), fitting.before)]


def is_taken(arguments, function):
    return not value_problems(arguments, function.get("parameters", NO_ARGUMENTS))


def with_nulls(arguments, after):
    properties = after.get("parameters", {}).get("properties", {})
    return {**dict.fromkeys(properties), **arguments}


def test_what_strictness_refuses_of_good_arguments_is_what_it_closed_or_requires():
    refused = set()
    for number, fitting in fittings("strict").items():
        after = fitting.after()
        for arguments, is_valid in vectors()[number]:
            problems = value_problems(with_nulls(arguments, after), after.get("parameters", True))
            refused |= {each.keyword for each in problems} if is_valid else set()

    assert refused == {"additionalProperties", "required", "anyOf"}
