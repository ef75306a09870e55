"""``docs/quirks.md`` and ``tests/streams`` say the same."""

import re
from pathlib import Path

import pytest

from switchboard.gateway import notes, profile_for
from tests.gateway.stream_files import listing_files, stream_files

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "quirks.md").read_text(encoding="utf-8")
FILES = [*stream_files(), *listing_files()]
NAMES = {file.name for file in FILES}
ENTRIES = {
    int(number): text
    for number, text in re.findall(r"^### (\d+)\. (.*?)(?=^##)", PAGE, re.DOTALL | re.MULTILINE)
}
ODD_STREAMS = re.findall(r"^\| (\d+) .*\|(.*)\|$", PAGE, re.MULTILINE)
# What a request holds, or where it goes, decides; nothing is read.
REQUEST_ONLY = {8, 12, 13, 18, 25, 29, 30, 31, 32, 33, 34, 35, 36}


def named_in(text: str) -> set[str]:
    return set(re.findall(r"`(\w+)`", text))


def files_of(number: int) -> set[str]:
    return {name for name in NAMES if name.startswith(f"E{number:02d}_")}


def test_the_page_has_all_45_quirks():
    assert sorted(ENTRIES) == list(range(1, 46))


@pytest.mark.parametrize("number", range(1, 46))
def test_a_quirk_of_reading_has_files_and_any_other_is_called_request_only(number):
    is_request_only = "**Request only.**" in ENTRIES[number]

    assert is_request_only is (number in REQUEST_ONLY)
    assert is_request_only is not bool(files_of(number))


@pytest.mark.parametrize("number", range(1, 46))
def test_an_entry_names_its_files_and_no_others(number):
    _, _, listed = ENTRIES[number].partition("**Files:**")

    assert {name for name in named_in(listed) if name.startswith("E")} == files_of(number)


def test_the_22_odd_streams_have_a_file_each():
    rows = {int(number): named_in(here) & NAMES for number, here in ODD_STREAMS}

    assert sorted(rows) == list(range(1, 23))
    assert [number for number, files in rows.items() if not files] == []


def test_the_modules_the_page_names_are_there():
    named = set(re.findall(r"`([\w/]+\.py)`", PAGE))

    assert "gateway/profiles/families.py" in named
    assert {
        name
        for name in named
        if not any((ROOT / top / name).is_file() for top in ("", "switchboard"))
    } == set()


@pytest.mark.parametrize(
    ("number", "gateway", "address", "field"),
    [
        (13, "Mistral", "https://api.mistral.ai/v1", "stream_options"),
        (32, "xAI", "https://api.x.ai/v1", "strict"),
    ],
)
def test_a_field_said_to_be_left_out_by_a_profile_is(number, gateway, address, field):
    assert f"{gateway}'s profile leaves it out" in ENTRIES[number]
    assert field in profile_for(address, "any-model").refused


def test_every_file_is_named_on_the_page():
    assert {name for name in NAMES if f"`{name}`" not in PAGE} == set()


@pytest.mark.parametrize("file", stream_files(), ids=lambda file: file.name)
def test_every_file_claims_its_notes(file):
    assert "notes" in file.expected


@pytest.mark.parametrize(
    "sentence", [value for name, value in vars(notes).items() if name.isupper() and name[0] != "_"]
)
def test_every_note_is_said_of_a_file(sentence):
    assert any(sentence in file.expected.get("notes", ()) for file in stream_files())
