"""The library of toolsets as one file: written, read, and read when something is wrong with it."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.library import LibraryReading, library_text, read_library
from switchboard.problems import Problem
from switchboard.toolset_records import SavedToolset, ToolsetVersion, text_hash

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


def version(text: str, *, minutes: int = 0, note: str = "") -> ToolsetVersion:
    return ToolsetVersion(text_hash(text), text, NOON + timedelta(minutes=minutes), note)


WEATHER = SavedToolset(
    "a" * 32,
    "Weather",
    NOON,
    (version("[{", minutes=2, note="a draft"), version('[{"天": "\ud83d\x00"}]', minutes=1)),
)
CLOCK = SavedToolset("b" * 32, "Clock", NOON, (version("[]"),))


def document(*toolsets: SavedToolset) -> dict:
    return json.loads(library_text(toolsets))


def edited(**changes: object) -> str:
    """The library of one toolset, whose newest version has these changes."""
    written = document(WEATHER)
    written["toolsets"][0]["versions"][0] |= changes
    return json.dumps(written)


def test_the_file_says_what_it_is_and_holds_every_version():
    assert library_text([CLOCK]) == (
        """{
  "switchboard": "toolsets",
  "format": 1,
  "toolsets": [
    {
      "id": "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
      "name": "Clock",
      "created_at": "2026-03-01T12:00:00.123456+00:00",
      "versions": [
        {
          "hash": "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
          "saved_at": "2026-03-01T12:00:00.123456+00:00",
          "note": "",
          "text": "[]"
        }
      ]
    }
  ]
}
"""
    )


@pytest.mark.parametrize("toolsets", [(), (WEATHER,), (WEATHER, CLOCK)], ids=len)
def test_what_was_written_is_read_again(toolsets: tuple[SavedToolset, ...]):
    assert read_library(library_text(toolsets)) == LibraryReading(toolsets)


def test_the_file_can_be_written_in_utf_8():
    library_text([WEATHER]).encode()


def test_a_mark_in_front_is_passed_over():
    assert read_library("\ufeff" + library_text([CLOCK])).toolsets == (CLOCK,)


def test_a_text_changed_in_the_file_is_taken_as_it_is_now():
    reading = read_library(edited(text="[1]"))

    assert reading.toolsets[0].newest == version("[1]", minutes=2, note="a draft")
    assert reading.problems == ()
    assert reading.notes == (
        "“Weather”: the text of one version was changed in the file, and is taken as it is now.",
    )


@pytest.mark.parametrize(
    ("saved_at", "read"),
    [
        ("2026-03-01T14:00:00+02:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-03-01T12:00:00Z", datetime(2026, 3, 1, 12, tzinfo=UTC)),
        ("2026-03-01T12:00:00", datetime(2026, 3, 1, 12, tzinfo=UTC)),
    ],
)
def test_moments_of_any_zone_are_read_as_utc(saved_at: str, read: datetime):
    assert read_library(edited(saved_at=saved_at)).toolsets[0].newest.saved_at == read


def test_moments_of_any_zone_are_written_as_utc():
    tokyo = NOON.astimezone(timezone(timedelta(hours=9)))
    elsewhere = SavedToolset(CLOCK.id, "Clock", tokyo, CLOCK.versions)

    assert library_text([elsewhere]) == library_text([CLOCK])


@pytest.mark.parametrize(
    ("changes", "key", "message"),
    [
        ({"text": None}, "text", "A version needs its `text`."),
        ({"text": "é" * 2_700_000}, "text", "This text is longer than 5 MiB."),
        ({"saved_at": "yesterday"}, "saved_at", "A version needs `saved_at`"),
        ({"saved_at": 5}, "saved_at", "A version needs `saved_at`"),
        ({"saved_at": "0001-01-01T00:00:00+14:00"}, "saved_at", "A version needs `saved_at`"),
    ],
    ids=["no text", "too long", "no date", "a number", "before the first year"],
)
def test_a_version_with_a_problem_is_left_out_and_the_others_are_taken(
    changes: dict[str, object], key: str, message: str
):
    reading = read_library(edited(**changes))

    assert [one.text for one in reading.toolsets[0].versions] == [WEATHER.versions[1].text]
    (problem,) = reading.problems
    assert problem.path == ("toolsets", 0, "versions", 0, key)
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (5, "A toolset is an object, as in `{ … }`."),
        ({"versions": []}, "A toolset needs an `id` of letters, digits"),
        ({"id": "../etc", "versions": []}, "A toolset needs an `id` of letters, digits"),
        ({"id": "a" * 65, "versions": []}, "A toolset needs an `id` of letters, digits"),
        ({"id": "a"}, "A toolset needs a list `versions`."),
        ({"id": "a", "versions": []}, "This toolset has no version."),
        ({"id": "a", "versions": [None] * 10_001}, "This toolset has more than 10,000 versions."),
    ],
)
def test_a_toolset_that_cannot_be_read_is_named_and_the_others_are_taken(
    written: object, message: str
):
    whole = document(CLOCK)
    whole["toolsets"].insert(0, written)
    reading = read_library(json.dumps(whole))

    assert reading.toolsets == (CLOCK,)
    (problem,) = reading.problems
    assert problem.path == ("toolsets", 0)
    assert problem.message.startswith(message)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        (None, "Untitled toolset"),
        ("", "Untitled toolset"),
        (" a\nb ", "a b"),
        ("x" * 200, "x" * 120),
    ],
)
def test_a_name_is_made_one_line(name: object, read: str):
    whole = document(CLOCK)
    whole["toolsets"][0]["name"] = name

    assert read_library(json.dumps(whole)).toolsets[0].name == read


def test_versions_that_repeat_the_one_before_are_one():
    same = SavedToolset("a", "Same", NOON, (version("[]", minutes=1), version("[]")))

    assert [one.text for one in read_library(library_text([same])).toolsets[0].versions] == ["[]"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"a"\n:,}', Problem("This is no JSON: Expecting value. Was the file cut?", (), 2, 2)),
        ("", Problem("This is no JSON: Expecting value. Was the file cut?", (), 1, 1)),
        (
            "[" * 100_000,
            Problem("This JSON is nested too deeply, or has a number that is too long."),
        ),
        (
            "9" * 10_000,
            Problem("This JSON is nested too deeply, or has a number that is too long."),
        ),
        ("[]", Problem("This is no library of toolsets. Tools are imported under “In”.")),
        (
            '{"openapi": "3.1.0"}',
            Problem("This is no library of toolsets. Tools are imported under “In”."),
        ),
        (
            '{"switchboard": "toolsets", "format": 2}',
            Problem("This library was written by a newer Switchboard. Update this one to read it."),
        ),
        (
            '{"switchboard": "toolsets", "format": 1}',
            Problem("This library has no list `toolsets`."),
        ),
        (
            json.dumps({"switchboard": "toolsets", "format": 1, "toolsets": [1] * 10_001}),
            Problem("This library has more than 10,000 toolsets. Export fewer."),
        ),
        (" " * 104_857_601, Problem("This file is larger than 100 MiB. Export fewer.")),
    ],
    ids=["broken", "empty", "deep", "long", "list", "foreign", "newer", "none", "many", "large"],
)
def test_what_is_no_library_is_refused_with_one_problem(text: str, problem: Problem):
    assert read_library(text) == LibraryReading(problems=(problem,))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(data=st.data(), value=_JSON)
def test_anything_in_the_place_of_anything_is_read_or_named(data: st.DataObject, value: object):
    whole = document(WEATHER, CLOCK)
    places = [
        (whole, "switchboard"),
        (whole["toolsets"], 0),
        *((whole["toolsets"][0], key) for key in ("id", "name", "created_at", "versions")),
        (whole["toolsets"][0]["versions"], 0),
        *(
            (whole["toolsets"][0]["versions"][0], key)
            for key in ("hash", "text", "saved_at", "note")
        ),
    ]
    holder, key = data.draw(st.sampled_from(places))
    holder[key] = value

    reading = read_library(json.dumps(whole))

    assert reading.problems or CLOCK in reading.toolsets
    assert read_library(library_text(reading.toolsets)).toolsets == reading.toolsets


@pytest.mark.parametrize("cut", range(0, len(library_text([CLOCK])) - 1, 7))
def test_a_file_cut_anywhere_is_refused(cut: int):
    reading = read_library(library_text([CLOCK])[:cut])

    assert reading.toolsets == ()
    assert len(reading.problems) == 1
