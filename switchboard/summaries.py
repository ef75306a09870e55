"""Runs and steps as one flat line each: what lists and charts are made of."""

from dataclasses import dataclass
from datetime import datetime

from switchboard.runs import StepStatus


@dataclass(frozen=True, slots=True)
class RunSummary:
    """One run as a line of a list."""

    id: str
    title: str
    started_at: datetime
    """UTC, aware."""

    model: str
    """The last step's, like ``gateway`` and ``status``; empty when the run has no step."""

    gateway: str
    status: StepStatus
    step_count: int
    input_tokens: int | None
    """Of all steps; ``None`` as soon as one of them is unknown, like every sum here."""

    output_tokens: int | None
    total_ms: float | None
    """The time spent waiting for the gateway, all steps together."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One step as a line of a table. ``None``: not known, which is not zero."""

    step_id: str
    run_id: str
    started_at: datetime
    """UTC, aware."""

    gateway: str
    model: str
    """As it was asked for, not as the gateway called itself."""

    status: StepStatus
    input_tokens: int | None
    output_tokens: int | None
    cached_tokens: int | None
    reasoning_tokens: int | None
    total_tokens: int | None
    first_token_ms: float | None
    total_ms: float | None
    finish_reason: str | None
