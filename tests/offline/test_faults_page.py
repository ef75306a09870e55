"""``docs/faults.md`` lists what the embedded gateway can do wrong."""

import re
from pathlib import Path

from switchboard.offline.faults.table import FAULTS
from switchboard.offline.oddities.lists import LISTS
from switchboard.offline.oddities.table import ODDITIES

PAGE = (Path(__file__).parents[2] / "docs" / "faults.md").read_text(encoding="utf-8")


def test_every_fault_oddity_and_list_stands_on_the_page_and_nothing_else():
    listed = [name.rstrip("*") for name in re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE)]

    known = [*(fault.name for fault in FAULTS), *(oddity.name for oddity in ODDITIES), *LISTS]
    assert sorted(listed) == sorted(known)


def test_what_each_does_is_told_as_the_program_tells_it():
    for one in (*FAULTS, *ODDITIES):
        assert f"| {one.says} |" in PAGE
