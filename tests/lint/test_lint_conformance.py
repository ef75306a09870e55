"""Other people's tools; needs SWITCHBOARD_CONFORMANCE_DATA."""

import json
import os
from pathlib import Path
from time import monotonic

import pytest

from switchboard.lint import lint, portability
from switchboard.tools import check_toolset

FOLDER = os.environ.get("SWITCHBOARD_CONFORMANCE_DATA")
pytestmark = pytest.mark.skipif(
    not FOLDER, reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data"
)
GUARD_S = 2


def real_tools():
    lines = (Path(str(FOLDER)) / "tools" / "tools.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, lines):
        raw = row["raw"]
        if row["format"] == "mcp":
            kept = {key: raw[key] for key in ("name", "description") if key in raw}
            raw = {**kept, "parameters": raw["inputSchema"]}
        (tool,) = check_toolset(json.dumps(raw)).tools
        yield tool


def test_every_real_tool_is_linted_within_two_seconds():
    tools = [*real_tools()]
    assert len(tools) == 355

    for tool in tools:
        started = monotonic()
        breaches = lint([tool])
        assert monotonic() - started < GUARD_S
        assert "BOUND" not in {each.rule.id for each in breaches}


def test_nearly_every_real_tool_fits_the_provider_that_takes_any_schema():
    rows = [portability([tool]).rows[0] for tool in real_tools()]

    misfits = {
        target: sum(row[target].verdict != "fits" for row in rows)
        for target in ("openai", "anthropic", "mistral", "mcp", "llama.cpp")
    }
    assert misfits == {"openai": 2, "anthropic": 1, "mistral": 0, "mcp": 0, "llama.cpp": 0}
