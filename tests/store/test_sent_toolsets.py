"""Which toolset's text each step was sent with."""

from dataclasses import replace

import pytest
from sqlalchemy import create_engine, text

from switchboard.documents import from_document
from switchboard.runs import Step
from switchboard.store import Store
from switchboard.toolset_records import text_hash
from tests.store.records import a_run, a_step, finished

FIRST, SECOND = '[{"name": "first"}]', '[{"name": "second"}]'


def ask(kept: Store, run_id: str, *texts: str, minutes: float = 0) -> None:
    """A run with one step per text."""
    kept.begin_run(a_run(run_id, minutes=minutes))
    for position, each in enumerate(texts):
        step = a_step(f"{run_id}-{position}", run_id=run_id, position=position, minutes=minutes)
        step = replace(step, toolset=text_hash(each) if each else "")
        kept.begin_step(finished(step), toolset=each)


def test_a_step_knows_the_text_it_was_sent_with(kept: Store):
    ask(kept, "a", FIRST)

    step = kept.step("a-0")
    assert step is not None
    assert step.toolset == text_hash(FIRST)
    assert kept.toolset_text(step.toolset) == FIRST


def test_saving_a_step_further_keeps_its_toolset(kept: Store):
    kept.begin_run(a_run())
    step = a_step(toolset=text_hash(FIRST))
    kept.begin_step(step, toolset=FIRST)
    kept.save_step(finished(step))

    assert kept.step("step-1") == finished(step)
    assert len(kept.runs(toolset=text_hash(FIRST))) == 1


@pytest.mark.parametrize(
    ("toolset", "found"),
    [(FIRST, ["both", "first"]), (SECOND, ["both"]), ("[]", [])],
    ids=["first", "second", "never sent"],
)
def test_runs_are_found_by_the_text_of_any_of_their_steps(
    kept: Store, toolset: str, found: list[str]
):
    ask(kept, "none", "", minutes=1)
    ask(kept, "first", FIRST, minutes=2)
    ask(kept, "both", FIRST, SECOND, minutes=3)

    assert [run.id for run in kept.runs(toolset=text_hash(toolset))] == found
    assert kept.count_runs(toolset=text_hash(toolset)) == len(found)
    assert [run.id for run in kept.runs()] == ["both", "first", "none"]


def test_a_text_is_kept_once_however_many_steps_have_it(kept: Store, database_url: str):
    for number in range(5):
        ask(kept, f"run-{number}", FIRST, FIRST)
    kept.save_toolset(None, "First", FIRST)

    engine = create_engine(database_url)
    with engine.connect() as connection:
        count = connection.execute(text("SELECT count(*) FROM toolset_texts")).scalar()
    engine.dispose()
    assert count == 1


def test_a_text_goes_with_the_last_run_that_has_it(kept: Store):
    ask(kept, "a", FIRST, SECOND)
    ask(kept, "b", FIRST)
    kept.delete_run("a")
    assert kept.toolset_text(text_hash(FIRST)) == FIRST
    assert kept.toolset_text(text_hash(SECOND)) is None

    kept.delete_run("b")
    assert kept.toolset_text(text_hash(FIRST)) is None


def test_a_text_that_is_saved_outlives_its_runs(kept: Store):
    saved = kept.save_toolset(None, "First", FIRST)
    ask(kept, "a", FIRST)

    kept.delete_run("a")

    assert kept.toolset(saved.id) == saved


def test_a_text_too_long_to_be_kept_does_not_keep_a_step_from_being_sent(kept: Store):
    ask(kept, "a", "x" * 6_000_000)

    assert kept.step("a-0") is not None
    assert kept.toolset_text(text_hash("x" * 6_000_000)) is None


def test_a_step_from_before_there_were_toolsets_says_nothing_of_them():
    document = {
        "id": "s",
        "run_id": "r",
        "position": 0,
        "started_at": "2026-03-01T12:00:00+00:00",
        "gateway": "Offline",
        "base_url": "http://127.0.0.1:1/v1",
        "model": "m",
        "request": {},
    }

    assert from_document(Step, document).toolset == ""
