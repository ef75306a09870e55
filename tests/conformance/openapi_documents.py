"""Every OpenAPI document imported by the command itself, with the time and memory it takes."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from conformance.material import openapi_documents

ROOT = Path(__file__).parent.parent.parent
COPIES = 200


@dataclass(frozen=True, slots=True)
class Import:
    """One document imported by a process of its own."""

    name: str
    size: int
    """In bytes."""

    tools: int
    status: int
    seconds: float
    """By the clock, the start of the interpreter counted in."""

    memory: int
    """At most, in bytes."""


# From a small process of its own: a child's peak counts what its parent held when it began.
_MEASURED = """
import os, sys
child = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
print(used.ru_maxrss, file=sys.stderr)
sys.exit(os.waitstatus_to_exitcode(status))
"""


def imports(folder: Path) -> Iterator[Import]:
    """Every document, and the largest once more, grown; ``folder`` is for what is made."""
    documents = openapi_documents()
    yield from map(imported, documents)
    yield imported(grown(max(documents, key=_size_of_json), folder))


def imported(path: Path) -> Import:
    """The document's operations, all of them, as a toolset."""
    words = [sys.executable, "-m", "switchboard", "import", "--all", str(path)]
    started = monotonic()
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, *words], cwd=ROOT, capture_output=True, check=False
    )
    tools = json.loads(done.stdout) if done.stdout else []
    return Import(
        name=path.name,
        size=path.stat().st_size,
        tools=len(tools),
        status=done.returncode,
        seconds=monotonic() - started,
        memory=int(done.stderr.split()[-1]) * (1 if sys.platform == "darwin" else 1024),
    )


def grown(path: Path, folder: Path) -> Path:
    """The same document with every path many times over, as large as the largest in the world."""
    document = json.loads(path.read_text(encoding="utf-8"))
    paths = {
        f"/copy-{copy}{route}": _renamed(item, copy)
        for copy in range(COPIES)
        for route, item in document["paths"].items()
    }
    made = folder / f"{path.stem}-{COPIES}-times.json"
    made.write_text(json.dumps({**document, "paths": paths}, indent=2), encoding="utf-8")
    return made


def _renamed(item: dict[str, Any], copy: int) -> dict[str, Any]:
    return {
        key: {**value, "operationId": f"{value['operationId']}-{copy}"}
        if isinstance(value, dict) and "operationId" in value
        else value
        for key, value in item.items()
    }


def _size_of_json(path: Path) -> int:
    return path.stat().st_size if path.suffix == ".json" else 0
