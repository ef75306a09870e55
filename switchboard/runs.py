"""The record of what was asked and answered: steps, and the runs they belong to."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from switchboard.messages import Answer
from switchboard.wire import JsonObject


class StepStatus(StrEnum):
    """Where a step stands. ``running`` is the only one that is not final."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    """By the person; the partial answer is kept."""

    FAILED = "failed"
    """By the world; what had arrived is kept."""

    INTERRUPTED = "interrupted"
    """The program ended while the answer was arriving."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a step failed: an error as it is kept. Keys are masked before it is made."""

    kind: str
    """The error's class name: ``GatewayRefusal``, ``ConnectionFailed``, …"""

    message: str
    advice: str = ""
    status: int | None = None
    type: str | None = None
    param: str | None = None
    code: str | None = None
    body: str = ""


@dataclass(frozen=True, slots=True)
class Timing:
    """When things happened, in milliseconds after the request was sent; ``None``: not (yet).

    One clock, from the first try on: tries that failed and the waits between them count, because
    whoever asked waited for them too. What is subtracted stays right (writing took ``total_ms``
    less ``first_token_ms``), and so does ``Step.started_at`` plus any of these.
    """

    first_byte_ms: float | None = None
    """The first byte of the last try's body."""

    first_token_ms: float | None = None
    """The first thing a person can see: text, reasoning, or a call's name."""

    total_ms: float | None = None
    """The last byte."""


@dataclass(frozen=True, slots=True)
class Step:
    """One request and its answer."""

    id: str
    run_id: str
    position: int
    """0 for the first request of the turn."""

    started_at: datetime
    """UTC, aware."""

    gateway: str
    """The gateway's name on the screen."""

    base_url: str
    model: str
    request: JsonObject
    """The body that was sent, exactly."""

    request_headers: dict[str, str] = field(default_factory=dict)
    """Secrets masked."""

    status: StepStatus = StepStatus.RUNNING
    http_status: int | None = None
    response_headers: dict[str, str] = field(default_factory=dict)
    answer: Answer = Answer()
    timing: Timing = Timing()
    fault: Fault | None = None
    toolset: str = ""
    """``text_hash`` of the toolset's text it was sent with; empty: none, or not known."""

    repairs: int = 0
    """How many answers of its turn, before it, had a call sent back with what was wrong with it."""

    @property
    def is_finished(self) -> bool:
        """Whether nothing more will come."""
        return self.status is not StepStatus.RUNNING


@dataclass(frozen=True, slots=True)
class Run:
    """The record of a turn: from a person's message to the last answer."""

    id: str
    conversation_id: str
    title: str
    """The first words of the person's message."""

    started_at: datetime
    steps: tuple[Step, ...] = ()

    @property
    def status(self) -> StepStatus:
        """The last step's."""
        return self.steps[-1].status if self.steps else StepStatus.RUNNING
