"""``read`` as a person types it, and two replies to read."""

import json
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result
from scripted_replies import text_stream

from switchboard.command.program import program

ROOT = Path(__file__).parent.parent.parent
HELLO = b"".join(text_stream("Hello there"))
REFUSED = json.dumps(
    {
        "error": {
            "message": "Slow down",
            "type": "requests",
            "param": None,
            "code": "rate_limit_exceeded",
        }
    }
).encode()


def run(*arguments: object, stdin: bytes = b"", **more) -> subprocess.CompletedProcess[bytes]:
    """The command as a person runs it."""
    command = [sys.executable, "-m", "switchboard", "read", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=ROOT, timeout=60, **more)


def read(*arguments: object, stdin: bytes = b"") -> Result:
    """The command within this process."""
    words = ["read", *map(str, arguments)]
    return CliRunner().invoke(program, words, input=stdin, standalone_mode=False)


def lines(output: bytes) -> list[dict]:
    """What each line of the output holds."""
    return [json.loads(line) for line in output.decode().removesuffix("\n").split("\n")]
