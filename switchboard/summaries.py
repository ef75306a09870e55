"""Runs, steps and conversations as one flat line each: what lists and charts are made of."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

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


Ending: TypeAlias = Literal[
    "answered", "results", "unanswered", "failed", "stopped", "interrupted", "empty"
]
"""How a conversation ended: with an answer; with calls that wait for results; with something the
model has not answered, or not yet; with an answer that broke off; or before anything was said."""


@dataclass(frozen=True, slots=True)
class ConversationSummary:
    """One conversation as a line among its branches."""

    id: str
    parent: str | None
    """The conversation it left, like ``Branch``'s other fields; ``None``: it left none."""

    at: str | None
    said: str
    """What was changed; empty where it left none."""

    updated_at: datetime
    """UTC, aware."""

    title: str
    """The first words that a person said."""

    ending: Ending
    last_words: str
    """How the last answer begins; empty where the last word is not the model's, or is a call."""
