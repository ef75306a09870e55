"""The material, as it lies in the folder that ``SWITCHBOARD_CONFORMANCE_DATA`` names."""

import gzip
import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

_HERE = Path(__file__).parent
_BESIDE = _HERE.parent.parent.parent / "shared" / "data"

needs_material = pytest.mark.skipif(
    not os.environ.get("SWITCHBOARD_CONFORMANCE_DATA"),
    reason="SWITCHBOARD_CONFORMANCE_DATA names no folder of conformance data",
)


def folder() -> Path:
    """Where the material is; the report looks beside the repository too."""
    return Path(os.environ.get("SWITCHBOARD_CONFORMANCE_DATA") or _BESIDE)


def schema_suite() -> Path:
    """The official JSON Schema Test Suite; ``SWITCHBOARD_SCHEMA_SUITE`` names another copy."""
    return Path(os.environ.get("SWITCHBOARD_SCHEMA_SUITE") or folder() / "json-schema-test-suite")


@cache
def real_tools() -> dict[int, tuple[str, dict[str, Any]]]:
    """Number -> the form in which the tool was found, and the tool."""
    lines = (folder() / "tools" / "tools.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["n"]: (row["format"], row["raw"]) for row in rows}


@cache
def argument_vectors() -> list[dict[str, Any]]:
    """Arguments for the real tools, with the verdict of two independent validators."""
    with gzip.open(folder() / "tools" / "arg_vectors.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def openapi_documents() -> list[Path]:
    """Every OpenAPI document, the smallest first."""
    there = (folder() / "openapi").iterdir()
    documents = [each for each in there if each.suffix in (".json", ".yaml")]
    return sorted(documents, key=lambda each: each.stat().st_size)
