"""A library brought into the store."""

from dataclasses import replace

import pytest

from switchboard.library import library_text, read_library
from switchboard.store import Store
from switchboard.toolset_records import Imported, SavedToolset, text_hash


@pytest.fixture
def brought(kept: Store) -> tuple[SavedToolset, ...]:
    """Two toolsets, one with a history, through the file; kept nowhere."""
    weather = kept.save_toolset(None, "Weather", "[1]", "the first")
    for text in ("[2]", "[1]"):
        weather = kept.save_toolset(weather.id, "Weather", text)
    clock = kept.save_toolset(None, "Clock", "[3]")
    reading = read_library(library_text([weather, clock]))
    return tuple(replace(one, id=f"from-elsewhere-{one.name}") for one in reading.toolsets)


def test_what_was_exported_comes_back_with_its_history(kept: Store, brought: tuple[SavedToolset]):
    for one in kept.toolsets():
        kept.delete_toolset(one.id)

    assert kept.import_toolsets(brought) == Imported(added=2)

    assert kept.toolset("from-elsewhere-Weather") == brought[0]
    assert kept.toolset("from-elsewhere-Clock") == brought[1]


def test_importing_again_changes_nothing(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[1]")
    weather = kept.save_toolset(weather.id, "Weather", "[2]")

    assert kept.import_toolsets([weather]) == Imported(same=1)
    assert kept.toolset(weather.id) == weather


def test_versions_of_one_toolset_are_united_and_its_name_here_stays(kept: Store):
    old = kept.save_toolset(None, "Weather", "[1]")
    here = kept.save_toolset(old.id, "Weather", "[2]")
    kept.rename_toolset(here.id, "My weather")
    later = replace(here.newest, hash=text_hash("[3]"), text="[3]", note="theirs")

    outcome = kept.import_toolsets([replace(old, versions=(later, *old.versions))])

    assert outcome == Imported(grown=1)
    grown = kept.toolset(here.id)
    assert grown is not None
    assert grown.name == "My weather"
    assert [one.text for one in grown.versions] == ["[3]", "[2]", "[1]"]


def test_a_toolset_that_was_deleted_is_brought_back(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[1]")
    kept.delete_toolset(weather.id)

    assert kept.import_toolsets([weather]) == Imported(grown=1)
    assert kept.toolset(weather.id) == weather


def test_another_toolset_of_the_same_name_is_kept_apart_and_told(
    kept: Store, brought: tuple[SavedToolset]
):
    outcome = kept.import_toolsets(brought[:1])

    assert outcome == Imported(
        added=1, notes=("“Weather” is kept as “Weather (2)”: another toolset has that name.",)
    )
    assert {one.name for one in kept.toolsets()} == {"Clock", "Weather (2)", "Weather"}


def test_one_toolset_twice_in_a_file_is_united(kept: Store):
    weather = kept.save_toolset(None, "Weather", "[1]")
    apart = replace(weather, id="apart")
    later = replace(weather.newest, hash=text_hash("[2]"), text="[2]")

    outcome = kept.import_toolsets([apart, replace(apart, versions=(later,))])

    assert (outcome.added, outcome.grown) == (1, 1)
    united = kept.toolset("apart")
    assert united is not None
    assert len(united.versions) == 2


def test_the_whole_library_as_it_is_after_export_and_import_elsewhere(
    kept: Store, tmp_path: object
):
    for text in ("[", "", "[1]", "天 \ud83d\x00"):
        kept.save_toolset(None, "Draft", text, "a note")
    whole = [one for one in map(kept.toolset, (each.id for each in kept.toolsets())) if one]
    elsewhere = Store.open(f"sqlite:///{tmp_path}/elsewhere.sqlite3")

    outcome = elsewhere.import_toolsets(read_library(library_text(whole)).toolsets)

    assert outcome == Imported(added=4)
    assert [elsewhere.toolset(one.id) for one in whole] == whole
    assert elsewhere.toolsets() == kept.toolsets()
    elsewhere.close()
