import csv
import io
from datetime import UTC, datetime

import pytest

from switchboard.export.tables import answers_csv
from switchboard.runs import StepStatus
from switchboard.summaries import AnswerRow


def a_row(model: str = "offline-chat", input_tokens: int | None = 11) -> AnswerRow:
    return AnswerRow(
        step_id="step-1",
        run_id="run-1",
        started_at=datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
        gateway="Offline",
        model=model,
        status=StepStatus.FINISHED,
        input_tokens=input_tokens,
        output_tokens=0,
        cached_tokens=None,
        reasoning_tokens=None,
        total_tokens=-5,
        first_token_ms=20.25,
        total_ms=None,
        finish_reason="stop",
    )


def _cells(written: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def test_a_row_is_a_line_and_unknown_is_empty():
    assert answers_csv([a_row(), a_row(input_tokens=None)]).decode("utf-8-sig") == (
        "step_id,run_id,started_at,gateway,model,status,input_tokens,output_tokens,cached_tokens,"
        "reasoning_tokens,total_tokens,first_token_ms,total_ms,finish_reason\r\n"
        "step-1,run-1,2026-03-01T12:00:00+00:00,Offline,offline-chat,finished,11,0,,,-5,20.25,,stop\r\n"
        "step-1,run-1,2026-03-01T12:00:00+00:00,Offline,offline-chat,finished,,0,,,-5,20.25,,stop\r\n"
    )


def test_nothing_is_a_header_alone():
    assert len(_cells(answers_csv([]))) == 1


@pytest.mark.parametrize(
    "model",
    ['=HYPERLINK("http://x.test")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"],
)
def test_a_text_that_begins_like_a_formula_is_no_formula(model: str):
    assert _cells(answers_csv([a_row(model)]))[1][4] == f"'{model}"


@pytest.mark.parametrize("model", ['a,"b"', "two\nlines", "模型", "a=b", " =1", "cut \ud83d"])
def test_any_other_text_comes_back_as_it_is(model: str):
    cell = _cells(answers_csv([a_row(model)]))[1][4]

    assert cell == model.replace("\ud83d", "?")


def test_excel_is_told_that_it_is_utf_8():
    assert answers_csv([a_row("模型")]).startswith(b"\xef\xbb\xbfstep_id")
