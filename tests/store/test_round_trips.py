from dataclasses import replace

import pytest

from switchboard.messages import Answer, Choice, Message, Usage
from switchboard.runs import Step, StepStatus
from switchboard.store import Store
from tests.store.records import a_fault, a_run, a_step, finished

ODD_TEXTS = {
    "chinese": "巴黎天气如何?",
    "nul": "before\x00after",
    "lone-high-surrogate": "cut \ud83d here",
    "lone-low-surrogate": "cut \ude00 here",
    "emoji": "👩‍👩‍👧 ok",
    "line-separators": "a\u2028b\u2029c\x85d\r\ne",
    "escapes": '\\u0000 \\ud800 " \\',
    "sql": "'; DROP TABLE runs; --",
    "empty": "",
}


@pytest.fixture(params=ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def odd(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_a_step_comes_back_as_it_was_begun(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(a_step())

    assert kept.step("step-1") == a_step()


@pytest.mark.parametrize("status", ["finished", "stopped", "failed", "interrupted"])
def test_a_step_comes_back_as_it_was_saved(kept: Store, status: str):
    kept.begin_run(a_run())
    kept.begin_step(a_step())
    done = replace(finished(a_step()), status=StepStatus(status), fault=a_fault())
    kept.save_step(done)

    assert kept.step("step-1") == done


def test_a_step_that_was_never_begun_can_be_saved(kept: Store):
    kept.begin_run(a_run())
    kept.save_step(finished(a_step()))

    assert kept.step("step-1") == finished(a_step())


def test_a_step_can_be_saved_twice_and_the_last_word_counts(kept: Store):
    kept.begin_run(a_run())
    kept.save_step(finished(a_step()))
    kept.save_step(a_step(status=StepStatus.STOPPED))

    assert kept.step("step-1") == a_step(status=StepStatus.STOPPED)


def test_a_run_comes_back_with_its_steps_in_order(kept: Store):
    second, first = a_step("b", position=1), a_step("z", position=0)
    kept.begin_run(replace(a_run(), steps=(first,)))
    kept.begin_step(second)
    kept.begin_step(first)

    assert kept.run("run-1") == replace(a_run(), steps=(first, second))


def test_beginning_a_run_twice_changes_nothing(kept: Store):
    kept.begin_run(a_run(title="first"))
    kept.begin_step(a_step())
    kept.begin_run(a_run(title="second"))

    assert kept.run("run-1") == replace(a_run(title="first"), steps=(a_step(),))


def test_what_is_not_there_is_none_or_empty(kept: Store):
    assert kept.run("nothing") is None
    assert kept.step("nothing") is None
    assert kept.conversation("nothing") is None
    assert kept.received("nothing") == b""
    assert kept.runs() == ()
    assert kept.answers() == ()
    assert kept.abandoned_steps() == ()


def test_odd_text_comes_back_from_every_place(kept: Store, odd: str):
    step = _step_saying(odd)
    kept.begin_run(a_run(title=odd))
    kept.begin_step(step)
    kept.save_step(step)
    kept.save_conversation("talk-1", {"said": odd, odd: [odd]}, revision=0)
    saved = kept.conversation("talk-1")

    assert kept.run("run-1") == replace(a_run(title=odd), steps=(step,))
    assert saved is not None
    assert saved.document == {"said": odd, odd: [odd]}


def test_odd_text_can_be_listed_and_searched_for(kept: Store, odd: str):
    kept.begin_run(a_run(title=odd))
    kept.begin_step(_step_saying(odd))

    assert [run.id for run in kept.runs(search=odd, model=odd, gateway=odd)] == ["run-1"]


def _step_saying(odd: str) -> Step:
    answer = Answer(choices=(Choice(Message(role="assistant", content=odd), finish_reason=odd),))
    request = {"messages": [{"role": "user", "content": odd}], odd: odd}
    return a_step(model=odd, gateway=odd, request=request, answer=answer, fault=a_fault())


def test_numbers_no_column_can_hold_are_kept_in_the_document(kept: Store):
    step = finished(a_step(), usage=Usage(input_tokens=2**63, output_tokens=2**63 - 1))
    kept.begin_run(a_run())
    kept.save_step(step)

    assert kept.step("step-1") == step
    assert [(row.input_tokens, row.output_tokens) for row in kept.answers()] == [(None, 2**63 - 1)]


def test_bytes_come_back_in_the_order_they_came(kept: Store):
    kept.begin_run(a_run())
    kept.begin_step(a_step("one"))
    kept.begin_step(a_step("two"))
    for piece in (b"data: \xff\x00", b"", "天".encode()[:1], "天".encode()[1:], b"\n\n"):
        kept.append_received("one", piece)
        kept.append_received("two", b".")

    assert kept.received("one") == b"data: \xff\x00" + "天".encode() + b"\n\n"
    assert kept.received("two") == b"....."


def test_deleting_a_run_deletes_its_steps_and_bytes_and_no_other(kept: Store):
    for run_id in ("run-1", "run-2"):
        kept.begin_run(a_run(run_id))
        kept.begin_step(a_step(f"step of {run_id}", run_id=run_id))
        kept.append_received(f"step of {run_id}", b"bytes")

    kept.delete_run("run-1")

    assert kept.run("run-1") is None
    assert kept.step("step of run-1") is None
    assert kept.received("step of run-1") == b""
    assert kept.received("step of run-2") == b"bytes"
