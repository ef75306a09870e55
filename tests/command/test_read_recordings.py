"""The command over replies of 33 providers, when ``SWITCHBOARD_CONFORMANCE_DATA`` names them."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from switchboard.command.program import program

TRAFFIC = Path(os.environ.get("SWITCHBOARD_CONFORMANCE_DATA") or "nowhere") / "traffic"

pytestmark = pytest.mark.skipif(
    not TRAFFIC.is_dir(), reason="SWITCHBOARD_CONFORMANCE_DATA is not set"
)


def test_every_recording_is_a_line_and_every_error_body_has_its_status():
    rows = [json.loads(line) for line in (TRAFFIC / "index.jsonl").read_text().splitlines()]
    words = ["read", *(str(TRAFFIC / row["file"]) for row in rows)]

    result = CliRunner().invoke(program, words, standalone_mode=False)

    lines = [json.loads(line) for line in result.stdout_bytes.decode().rstrip("\n").split("\n")]
    errors = [
        (line["error"]["status"], row["http_status"])
        for row, line in zip(rows, lines, strict=True)
        if row["kind"] == "error"
    ]
    assert result.return_value == 1
    assert len(errors) == 18
    assert all(read == recorded for read, recorded in errors)
    assert sum(line["complete"] for line in lines) == 99
