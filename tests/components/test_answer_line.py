"""The quiet line under an answer says what is known, and nothing else."""

import pytest

from components.answer_line import answer_line, drawn_line
from switchboard.conversations import Outcome
from switchboard.messages import Usage
from switchboard.runs import StepStatus, Timing


def outcome(**what):
    return Outcome(**{"step_id": "s", "status": StepStatus.FINISHED, "model": "m"} | what)


LINES = {
    "nothing known": (outcome(timing=Timing()), "m"),
    "everything known": (
        outcome(
            timing=Timing(first_byte_ms=90, first_token_ms=123.4, total_ms=2_345.6),
            usage=Usage(1_065, 216, 1_281, cached_tokens=1_024, reasoning_tokens=128),
        ),
        "m · 1,065 in (1,024 cached) / 216 out (128 reasoning) · first token 0.12 s · total 2.35 s",
    ),
    "one side of the tokens": (outcome(timing=Timing(), usage=Usage(output_tokens=7)), "m · 7 out"),
    "zero is not unknown": (outcome(timing=Timing(), usage=Usage(0, 0)), "m · 0 in / 0 out"),
    "stopped": (
        outcome(timing=Timing(total_ms=10), status=StepStatus.STOPPED),
        "m · total 0.01 s · stopped by you",
    ),
    "cut at the limit": (
        outcome(timing=Timing(), finish_reason="length"),
        "m · cut at the token limit; raise Max tokens for more",
    ),
    "a reason nobody knows": (
        outcome(timing=Timing(), finish_reason="tired"),
        "m · finish reason: tired",
    ),
    "a usual end is not worth a word": (outcome(timing=Timing(), finish_reason="tool_calls"), "m"),
}


@pytest.mark.parametrize(("told", "line"), LINES.values(), ids=LINES)
def test_the_line_says(told, line):
    assert answer_line(told) == line


def test_a_figure_and_its_unit_stay_on_one_line():
    told, _ = LINES["everything known"]

    assert drawn_line(told).replace("\N{NO-BREAK SPACE}", "~").replace("\\", "") == (
        "m · 1,065~in (1,024~cached) / 216~out (128~reasoning) · first token~0.12~s · total~2.35~s"
    )
