"""The quiet line under an answer: model, tokens, times."""

import re

from components.plain import escaped, with_code
from switchboard.conversations import Outcome
from switchboard.messages import Usage
from switchboard.runs import StepStatus, Timing

_ENDINGS = {
    StepStatus.STOPPED: "stopped by you",
    StepStatus.FAILED: "broken off",
    StepStatus.INTERRUPTED: "interrupted: the program ended while it was arriving",
}

_REASONS = {
    "length": "cut at the token limit; raise Max tokens for more",
    "content_filter": "held back by the gateway's content filter",
}


_GAP = re.compile(r"(?:(?<=token)|(?<=total)) (?=\d)|(?<=\d) (?=(?:in|out|cached|reasoning|s)\b)")
"""Where a figure would be parted from its unit or name."""


def drawn_line(outcome: Outcome) -> str:
    """``answer_line`` as markdown that a narrow page breaks between figures only."""
    return _GAP.sub("\N{NO-BREAK SPACE}", escaped(answer_line(outcome)))


def answer_line(outcome: Outcome) -> str:
    """Everything that was said of the step, in one line of plain text; nothing invented."""
    parts = [outcome.model, *_tokens(outcome.usage), *_times(outcome.timing)]
    if ending := _ENDINGS.get(outcome.status):
        parts.append(ending)
    else:
        parts.append(ending_of(outcome.finish_reason))
    return " · ".join(part for part in parts if part)


def note_lines(notes: tuple[str, ...]) -> list[str]:
    """What is told below an answer, a line of markdown each."""
    return [f":material/info: {with_code(note)}" for note in notes]


def ending_of(finish_reason: str | None) -> str:
    """An ending that is worth a word; empty for the usual ones."""
    if finish_reason in (None, "stop", "tool_calls"):
        return ""
    return _REASONS.get(finish_reason, f"finish reason: {finish_reason}")


def _tokens(usage: Usage | None) -> list[str]:
    if usage is None:
        return []
    sides = (
        _count("in", usage.input_tokens, "cached", usage.cached_tokens),
        _count("out", usage.output_tokens, "reasoning", usage.reasoning_tokens),
    )
    return [" / ".join(side for side in sides if side)]


def _count(side: str, tokens: int | None, part: str, of_which: int | None) -> str:
    if tokens is None:
        return ""
    detail = f" ({of_which:,} {part})" if of_which else ""
    return f"{tokens:,} {side}{detail}"


def _times(timing: Timing) -> list[str]:
    times = []
    if timing.first_token_ms is not None:
        times.append(f"first token {_seconds(timing.first_token_ms)}")
    if timing.total_ms is not None:
        times.append(f"total {_seconds(timing.total_ms)}")
    return times


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f} s"
