"""The program as a person types it."""

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from switchboard.command.program import program

ROOT = Path(__file__).parent.parent.parent


def run_program(*words: object, stdin: bytes = b"", **more) -> subprocess.CompletedProcess[bytes]:
    """A process of its own."""
    command = [sys.executable, "-m", "switchboard", *map(str, words)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, timeout=60, **more)


def invoke(*words: object, stdin: bytes = b"") -> Result:
    """Within this process."""
    return CliRunner().invoke(program, [*map(str, words)], input=stdin, standalone_mode=False)


def lines(output: bytes) -> list[dict]:
    """What each line of the output holds."""
    return [json.loads(line) for line in output.decode().splitlines()]
