"""``docs/house.md`` names what is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
ROOMS = {path.name for path in (ROOT / "switchboard").iterdir() if path.name != "__init__.py"}


def test_every_room_of_the_core_is_on_the_page():
    rooms = {
        name
        for name in ROOMS
        if name.endswith(".py") or (ROOT / "switchboard" / name / "__init__.py").is_file()
    }

    assert {name for name in rooms if not re.search(rf"(?m)^  .*\b{name}", PAGE)} == set()


@pytest.mark.parametrize("word", ["remedy", "learnt", "probe", "finding", "check"])
def test_a_word_of_the_screen_is_in_the_vocabulary(word):
    assert re.search(rf"\*\*{word}\*\*\s+\(", PAGE)


def test_the_modules_the_page_names_are_there():
    named = re.findall(r"`((?:components|switchboard|docs)/\w+\.(?:py|md))`", PAGE)

    assert named != []
    assert [name for name in named if not (ROOT / name).is_file()] == []
