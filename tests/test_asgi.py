"""What is imported while the browser loads, asked of a process that has imported nothing else."""

import subprocess
import sys

from served_app import ROOT

SCRIPT = """
import ast, gc, sys
from importlib import import_module
from pathlib import Path

import asgi

asgi.import_what_pages_need()
early = set(sys.modules)
for statement in ast.parse(Path("app.py").read_text("utf-8")).body:
    if isinstance(statement, ast.ImportFrom):
        import_module(statement.module)
assert gc.isenabled()
assert gc.get_freeze_count() > 100_000
assert "components" not in early
print(*{name.partition(".")[0] for name in set(sys.modules) - early})
"""


def test_the_first_page_imports_nothing_big_but_its_own_components():
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, check=True, text=True
    )

    assert set(said.stdout.split()) == {"components", "streamlit", "streamlit_ace", "switchboard"}
