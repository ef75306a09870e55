"""``read`` as a person types it, and two replies to read."""

import json
import subprocess

from click.testing import Result
from command_line import ROOT, invoke, lines, run_program
from scripted_replies import text_stream

__all__ = ["HELLO", "REFUSED", "ROOT", "lines", "read", "run"]

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


def run(*arguments: object, **more) -> subprocess.CompletedProcess[bytes]:
    """The command as a person runs it."""
    return run_program("read", *arguments, **more)


def read(*arguments: object, stdin: bytes = b"") -> Result:
    """The command within this process."""
    return invoke("read", *arguments, stdin=stdin)
