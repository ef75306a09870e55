"""Toolsets: saved with every version, found by their text, renamed, copied, deleted."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import create_engine, text

from switchboard.errors import StoreError, ToolsetChanged
from switchboard.store import Store
from switchboard.toolset_records import LARGEST_TEXT, SavedToolset, text_hash

HASH_OF_AN_EMPTY_LIST = "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945"


def notes(toolset: SavedToolset) -> list[tuple[int, str, str]]:
    return [(number, each.text, each.note) for number, each in toolset.numbered]


def test_a_text_is_known_by_its_sha256():
    assert text_hash("[]") == HASH_OF_AN_EMPTY_LIST


def test_a_new_toolset_has_one_version(kept: Store):
    before = datetime.now(UTC)
    saved = kept.save_toolset(None, "Weather", "[]", " the first ")

    assert (saved.name, saved.newest.text, saved.newest.note) == ("Weather", "[]", "the first")
    assert saved.newest.hash == HASH_OF_AN_EMPTY_LIST
    assert before <= saved.created_at <= saved.newest.saved_at <= datetime.now(UTC)
    assert saved.deleted_at is None
    assert kept.toolset(saved.id) == saved


def test_every_save_is_a_version_and_the_newest_stands_first(kept: Store):
    saved = kept.save_toolset(None, "Weather", "[1]")
    kept.save_toolset(saved.id, "Weather", "[2]", "two")
    saved = kept.save_toolset(saved.id, "Weather", "[3]")

    assert notes(saved) == [(3, "[3]", ""), (2, "[2]", "two"), (1, "[1]", "")]


def test_the_same_text_again_is_nothing_new(kept: Store):
    saved = kept.save_toolset(None, "Weather", "[1]", "one")

    assert kept.save_toolset(saved.id, "Weather", "[1]", "again", seen="not this") == saved


def test_one_toolset_may_have_a_text_twice_with_another_between(kept: Store):
    saved = kept.save_toolset(None, "Weather", "[1]")
    for each in ("[2]", "[1]"):
        saved = kept.save_toolset(saved.id, "Weather", each)

    assert [version.text for version in saved.versions] == ["[1]", "[2]", "[1]"]
    assert kept.toolsets()[0].versions == 3


@pytest.mark.parametrize(
    "draft",
    ["", " \n", "[{", "half \ud83d of 天 🌦", "NUL \x00 here", "\ufeff[]\r\n", "x" * LARGEST_TEXT],
    ids=["empty", "blank", "broken", "surrogate", "nul", "mark", "largest"],
)
def test_any_text_can_be_saved_and_comes_back_as_it_was(kept: Store, draft: str):
    saved = kept.save_toolset(None, "Draft", draft)

    again = kept.toolset(saved.id)
    assert again is not None
    assert again.newest.text == draft
    assert kept.toolset_text(text_hash(draft)) == draft


def test_a_text_that_is_too_long_is_refused_with_a_sentence(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[]")

    for toolset_id in (None, weather.id):
        with pytest.raises(StoreError, match="longer than 5 MiB"):
            kept.save_toolset(toolset_id, "Large", "é" * (LARGEST_TEXT // 2 + 1))

    assert [one.name for one in kept.toolsets()] == ["Weather"]
    assert kept.toolset(weather.id) == weather


def test_toolsets_are_listed_last_saved_first(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[1]")
    clock = kept.save_toolset(None, "Clock", "[2]")
    weather = kept.save_toolset(weather.id, "Weather", "[3]")

    listed = kept.toolsets()
    assert [(one.id, one.name, one.versions, one.hash) for one in listed] == [
        (weather.id, "Weather", 2, text_hash("[3]")),
        (clock.id, "Clock", 1, text_hash("[2]")),
    ]
    assert listed[0].saved_at == weather.newest.saved_at


def test_a_toolset_is_found_by_a_text_it_had(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[1]")
    weather = kept.save_toolset(weather.id, "Weather", "[2]")
    copy = kept.save_toolset(None, "Other", "[1]")

    found = kept.toolset_of(text_hash("[1]"))

    assert [(one.id, one.name, one.number, one.is_newest) for one in found] == [
        (copy.id, "Other", 1, True),
        (weather.id, "Weather", 1, False),
    ]
    assert kept.toolset_of(text_hash("[3]")) == ()
    assert kept.toolset_of("\x00") == ()


def test_saving_over_a_version_that_is_not_the_newest_is_refused(kept: Store):
    first = kept.save_toolset(None, "Weather", "[1]")
    second = kept.save_toolset(first.id, "Weather", "[2]", seen=first.newest.hash)

    with pytest.raises(ToolsetChanged, match="another tab") as told:
        kept.save_toolset(first.id, "Weather", "[lost]", seen=first.newest.hash)

    assert "saved as a new one" in told.value.advice
    assert kept.toolset(first.id) == second


def test_of_eight_tabs_that_save_at_once_one_succeeds(kept: Store):
    together = Barrier(8)
    saved = kept.save_toolset(None, "Weather", "[]")

    def save(number: int) -> bool:
        together.wait(10)
        try:
            kept.save_toolset(saved.id, "Weather", f"[{number}]", seen=saved.newest.hash)
        except ToolsetChanged:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(save, range(8))) == 1
    after = kept.toolset(saved.id)
    assert after is not None
    assert len(after.versions) == 2


def test_tabs_that_save_one_text_at_once_as_new_toolsets_all_succeed(kept: Store):
    together = Barrier(8)

    def save(_: int) -> str:
        together.wait(10)
        return kept.save_toolset(None, "Weather", '["the same"]').newest.hash

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(save, range(8))) == {text_hash('["the same"]')}
    assert len(kept.toolsets()) == 8


def test_an_old_version_becomes_the_newest_again_with_a_note(kept: Store):
    saved = kept.save_toolset(None, "Weather", "[1]")
    saved = kept.save_toolset(saved.id, "Weather", "[2]")

    restored = kept.restore_version(saved.id, 1, seen=saved.newest.hash)

    assert notes(restored) == [(3, "[1]", "Version 1 again."), (2, "[2]", ""), (1, "[1]", "")]


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_version_that_is_not_there_cannot_be_restored(kept: Store, number: int):
    saved = kept.save_toolset(None, "Weather", "[1]")

    with pytest.raises(ToolsetChanged):
        kept.restore_version(saved.id, number)


def test_a_duplicate_begins_with_the_newest_version(kept: Store):
    saved = kept.save_toolset(None, "Weather", "[1]")
    saved = kept.save_toolset(saved.id, "Weather", "[2]")

    copy = kept.duplicate_toolset(saved.id)

    assert copy.id != saved.id
    assert copy.name == "Weather (copy)"
    assert notes(copy) == [(1, "[2]", "Copied from 'Weather', version 2.")]
    assert kept.toolset(saved.id) == saved


def test_a_toolset_takes_another_name_and_keeps_everything_else(kept: Store):
    saved = kept.save_toolset(None, "Weather", "[1]")

    renamed = kept.rename_toolset(saved.id, "  The\n weather ")

    assert renamed.name == "The weather"
    assert (renamed.id, renamed.versions) == (saved.id, saved.versions)


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("", "Untitled toolset"),
        (" \n ", "Untitled toolset"),
        ("x" * 500, "x" * 120),
        ("天气 \ud83d\x00", "天气 \ufffd\ufffd"),
    ],
    ids=["empty", "blank", "long", "unstorable"],
)
def test_a_name_is_one_line_that_can_be_kept(kept: Store, name: str, kept_as: str):
    assert kept.save_toolset(None, name, "[1]").name == kept_as


def test_no_two_toolsets_that_are_seen_have_one_name(kept: Store):
    names = [kept.save_toolset(None, "Weather", "[1]").name for _ in range(3)]
    clock = kept.save_toolset(None, "Clock", "[1]")

    assert names == ["Weather", "Weather (2)", "Weather (3)"]
    assert kept.rename_toolset(clock.id, "Weather").name == "Weather (4)"
    assert kept.rename_toolset(clock.id, "Weather (4)").name == "Weather (4)"


def test_a_deleted_toolset_is_out_of_sight_until_it_is_brought_back(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[1]")
    clock = kept.save_toolset(None, "Clock", "[2]")
    kept.delete_toolset(weather.id)

    assert [one.name for one in kept.toolsets()] == ["Clock"]
    assert [one.name for one in kept.toolsets(deleted=True)] == ["Weather"]
    assert kept.toolset_of(text_hash("[1]")) == ()
    deleted = kept.toolset(weather.id)
    assert deleted is not None
    assert deleted.deleted_at is not None

    assert kept.restore_toolset(weather.id) == weather
    assert [one.id for one in kept.toolsets()] == [clock.id, weather.id]
    assert kept.toolsets(deleted=True) == ()


def test_a_toolset_brought_back_leaves_its_name_to_who_took_it(kept: Store):
    first = kept.save_toolset(None, "Weather", "[1]")
    kept.delete_toolset(first.id)
    kept.save_toolset(None, "Weather", "[2]")

    assert kept.restore_toolset(first.id).name == "Weather (2)"


@pytest.mark.parametrize("fate", ["deleted", "never there"])
def test_what_is_deleted_cannot_be_changed(kept: Store, fate: str):
    saved = kept.save_toolset(None, "Weather", "[1]")
    kept.delete_toolset(saved.id)
    gone = saved.id if fate == "deleted" else "no such"

    for change in (
        lambda: kept.save_toolset(gone, "Weather", "[2]"),
        lambda: kept.rename_toolset(gone, "Other"),
        lambda: kept.duplicate_toolset(gone),
        lambda: kept.restore_version(gone, 1),
    ):
        with pytest.raises(ToolsetChanged):
            change()


def test_what_was_never_there_cannot_be_brought_back_and_may_be_deleted(kept: Store):
    kept.delete_toolset("no such")

    with pytest.raises(ToolsetChanged):
        kept.restore_toolset("no such")


def test_a_deleted_toolset_is_kept_for_thirty_days(kept: Store, database_url: str):
    early = kept.save_toolset(None, "Early", "[1]")
    late = kept.save_toolset(None, "Late", "[2]")
    for saved, days in ((early, 31), (late, 29)):
        kept.delete_toolset(saved.id)
        _age(database_url, saved.id, days)
    other = kept.save_toolset(None, "Other", "[3]")

    kept.delete_toolset(other.id)

    assert kept.toolset(early.id) is None
    assert kept.toolset_text(text_hash("[1]")) is None
    assert kept.restore_toolset(late.id).newest.text == "[2]"
    with pytest.raises(ToolsetChanged):
        kept.restore_toolset(early.id)


def _age(database_url: str, toolset_id: str, days: int) -> None:
    then = datetime.now(UTC) - timedelta(days=days)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE toolsets SET deleted_at = :then WHERE id = :id"),
            {"then": then.strftime("%Y-%m-%d %H:%M:%S.%f"), "id": toolset_id},
        )
    engine.dispose()
