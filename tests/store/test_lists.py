from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from switchboard.messages import Answer, Call, Choice, Message, Usage
from switchboard.runs import StepStatus
from switchboard.store import Store
from switchboard.summaries import AnswerRow, RunSummary
from tests.store.records import NOON, a_run, a_step, finished


@pytest.fixture
def three(kept: Store) -> Store:
    """A question that was answered, one that failed after a step, and one with a call."""
    kept.begin_run(a_run("paris", minutes=1, title="Weather in PARIS"))
    kept.begin_step(finished(a_step("p0", run_id="paris", minutes=1)))
    kept.begin_run(a_run("discount", minutes=2, title="How much is 50% of 1_000?"))
    kept.begin_step(
        replace(a_step("d0", run_id="discount", model="large"), answer=_saying("It is 500."))
    )
    kept.begin_step(
        a_step("d1", run_id="discount", position=1, status=StepStatus.FAILED, gateway="Local")
    )
    kept.begin_run(a_run("call", minutes=3, title="Ring somebody"))
    kept.begin_step(replace(a_step("c0", run_id="call"), answer=_calling("dial", '{"nr": 112}')))
    return kept


def _saying(text: str) -> Answer:
    return Answer(choices=(Choice(Message(role="assistant", content=text)),))


def _calling(name: str, arguments: str) -> Answer:
    message = Message(role="assistant", calls=(Call("x", name, arguments),))
    return Answer(choices=(Choice(message),))


def test_runs_are_listed_newest_first(three: Store):
    assert [run.id for run in three.runs()] == ["call", "discount", "paris"]


def test_a_listed_run_says_what_its_steps_say_together(three: Store):
    paris = three.runs(search="paris")[0]

    assert paris == RunSummary(
        id="paris",
        title="Weather in PARIS",
        started_at=NOON + timedelta(minutes=1),
        model="offline-chat",
        gateway="Offline",
        status=StepStatus.FINISHED,
        step_count=1,
        input_tokens=11,
        output_tokens=7,
        total_ms=99.0,
    )


def test_tokens_of_a_run_are_unknown_when_one_step_is(three: Store):
    discount = three.runs(search="50%")[0]

    assert (discount.input_tokens, discount.output_tokens, discount.total_ms) == (None, None, None)
    assert (discount.model, discount.gateway, discount.status) == (
        "offline-chat",
        "Local",
        "failed",
    )


def test_tokens_of_several_steps_are_added(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(finished(a_step("a"), usage=Usage(10, 1), total_ms=5.0))
    kept.begin_step(finished(a_step("b", position=1), usage=Usage(20, 0), total_ms=7.5))
    run = kept.runs()[0]

    assert (run.step_count, run.input_tokens, run.output_tokens, run.total_ms) == (2, 30, 1, 12.5)


def test_a_run_without_steps_is_listed_as_running(kept: Store):
    kept.begin_run(a_run())

    assert [(run.model, run.status, run.step_count) for run in kept.runs()] == [("", "running", 0)]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["call", "discount", "paris"]),
        ("   ", ["call", "discount", "paris"]),
        ("weather", ["paris"]),
        ("  weather ", ["paris"]),
        ("%", ["discount"]),
        ("1_0", ["discount"]),
        ("1x0", []),
        ("hello", ["call", "discount", "paris"]),
        ("looking it up", ["paris"]),
        ("dial", ["call"]),
        ('{"nr": 112}', ["call"]),
        ("nowhere", []),
    ],
)
def test_search_finds_words_of_titles_questions_answers_and_calls(
    three: Store, search: str, found: list[str]
):
    assert [run.id for run in three.runs(search=search)] == found


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"model": "large"}, ["discount"]),
        ({"model": "offline-chat"}, ["call", "discount", "paris"]),
        ({"model": "offline"}, []),
        ({"gateway": "Local"}, ["discount"]),
        ({"status": StepStatus.FINISHED}, ["paris"]),
        ({"status": StepStatus.FAILED}, ["discount"]),
        ({"status": StepStatus.RUNNING}, ["call"]),
        ({"limit": 2}, ["call", "discount"]),
        ({"model": "large", "gateway": "Local", "search": "much"}, ["discount"]),
        ({"model": "large", "status": StepStatus.FINISHED}, []),
    ],
    ids=str,
)
def test_filters_choose_runs(three: Store, chosen: dict[str, object], found: list[str]):
    assert [run.id for run in three.runs(**chosen)] == found  # type: ignore[arg-type]


def test_a_step_that_was_tried_again_follows_the_one_that_failed(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(finished(a_step("a", minutes=2)))
    kept.begin_step(a_step("b", minutes=1, status=StepStatus.FAILED))
    run = kept.run("run-1")

    assert run is not None
    assert [step.id for step in run.steps] == ["b", "a"]
    assert [run.status for run in kept.runs(status=StepStatus.FINISHED)] == ["finished"]
    assert kept.runs(status=StepStatus.FAILED) == ()


def test_requests_are_in_the_order_they_were_sent_whatever_their_place_in_the_turn(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(a_step("first", position=1, minutes=1, status=StepStatus.FAILED))
    kept.begin_step(finished(a_step("edited and run again", position=0, minutes=2)))
    run = kept.run("run-1")

    assert run is not None
    assert [step.id for step in run.steps] == ["first", "edited and run again"]
    assert [run.status for run in kept.runs(status=StepStatus.FINISHED)] == ["finished"]
    assert kept.runs(status=StepStatus.FAILED) == ()


def test_requests_of_one_moment_are_in_the_order_of_their_turn(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(a_step("a", position=1, status=StepStatus.FAILED))
    kept.begin_step(finished(a_step("b", position=0)))
    run = kept.run("run-1")

    assert run is not None
    assert [step.id for step in run.steps] == ["b", "a"]
    assert [run.status for run in kept.runs(status=StepStatus.FAILED)] == ["failed"]
    assert kept.runs(status=StepStatus.FINISHED) == ()


def test_models_and_gateways_are_named_once_and_in_order(three: Store):
    assert three.models() == ("large", "offline-chat")
    assert three.asked_gateways() == ("Local", "Offline")


def test_steps_are_counted_as_flat_rows_oldest_first(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(a_step("late", minutes=5))
    kept.begin_step(finished(a_step("early", minutes=-5)))

    assert kept.answers() == (
        AnswerRow(
            step_id="early",
            run_id="run-1",
            started_at=NOON - timedelta(minutes=5),
            gateway="Offline",
            model="offline-chat",
            status=StepStatus.FINISHED,
            input_tokens=11,
            output_tokens=7,
            cached_tokens=3,
            reasoning_tokens=2,
            total_tokens=18,
            first_token_ms=20.25,
            total_ms=99.0,
            finish_reason="tool_calls",
        ),
        AnswerRow(
            step_id="late",
            run_id="run-1",
            started_at=NOON + timedelta(minutes=5),
            gateway="Offline",
            model="offline-chat",
            status=StepStatus.RUNNING,
            input_tokens=None,
            output_tokens=None,
            cached_tokens=None,
            reasoning_tokens=None,
            total_tokens=None,
            first_token_ms=None,
            total_ms=None,
            finish_reason=None,
        ),
    )


def test_a_period_holds_its_beginning(kept: Store):
    kept.begin_run(a_run())
    for minute in range(5):
        kept.begin_step(a_step(str(minute), minutes=minute))

    rows = kept.answers(since=NOON + timedelta(minutes=3))

    assert [row.step_id for row in rows] == ["3", "4"]


def test_the_version_of_rows_changes_when_they_do_and_only_then(kept: Store):
    def version() -> str:
        return kept.answers_version(since=NOON)

    kept.begin_run(a_run())
    versions = [version()]
    kept.begin_step(a_step("a", minutes=1))
    versions.append(version())
    kept.begin_step(a_step("b", minutes=2))
    versions.append(version())
    kept.save_step(finished(a_step("a", minutes=1)))
    versions.append(version())
    kept.begin_step(a_step("before", minutes=-1))
    kept.begin_run(a_run("other"))

    assert len(set(versions)) == 4
    assert version() == versions[-1]

    kept.delete_run("run-1")
    assert version() == versions[0]


def test_of_too_many_rows_the_newest_are_given(kept: Store):
    kept.begin_run(a_run())
    for minute in range(5):
        kept.begin_step(a_step(str(minute), minutes=minute))

    assert [row.step_id for row in kept.answers(limit=2)] == ["3", "4"]


def test_moments_of_other_zones_are_the_same_moments(kept: Store):
    tokyo = timezone(timedelta(hours=9))
    kept.begin_run(replace(a_run(), started_at=NOON.astimezone(tokyo)))
    kept.begin_step(a_step(started_at=NOON.astimezone(tokyo)))

    assert [run.started_at.isoformat() for run in kept.runs()] == [
        "2026-03-01T12:00:00.123456+00:00"
    ]
    assert len(kept.answers(since=NOON.astimezone(tokyo))) == 1
