"""Rules of the house that import-linter cannot see."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = [
    ROOT / "app.py",
    ROOT / "asgi.py",
    *(
        path
        for room in ("components", "pages", "switchboard")
        for path in (ROOT / room).rglob("*.py")
    ),
]


def files_with(word: str) -> set[str]:
    return {
        str(path.relative_to(ROOT)) for path in SOURCES if word in path.read_text(encoding="utf-8")
    }


def test_session_state_has_one_door():
    assert files_with("session_state") == {"components/state.py"}


@pytest.mark.parametrize("word", ["unsafe_allow_html", "import pickle", " eval(", " exec("])
def test_nothing_runs_or_renders_what_comes_in(word):
    assert files_with(word) == set()


def test_our_own_style_and_marks_are_the_only_html():
    assert files_with(".html(") == {"components/shell.py", "components/live_answer.py"}

    live = (ROOT / "components/live_answer.py").read_text()
    assert re.findall(r"\.html\((.*?)\)", live) == ["ARRIVES", "WAITS if waits else ARRIVES"]
