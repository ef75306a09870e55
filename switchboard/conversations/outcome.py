"""What is told of a step beside its message."""

from __future__ import annotations

from dataclasses import dataclass

from switchboard.messages import Usage
from switchboard.problems import Problem
from switchboard.runs import Fault, Step, StepStatus, Timing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of a step beside its message: the quiet line under an answer."""

    step_id: str
    status: StepStatus
    model: str
    timing: Timing
    usage: Usage | None = None
    finish_reason: str | None = None
    notes: tuple[str, ...] = ()
    fault: Fault | None = None
    verdicts: tuple[tuple[Problem, ...], ...] = ()
    """For each call, what was wrong with it by the tools it was offered; empty: nothing."""

    choices: int = 1
    """How many answers the step brought. The others are kept with the step alone."""

    chosen: int = 0
    """Which of them, in their order, the message is."""

    has_logprobs: bool = False
    """Whether the step keeps how probable each token of the message was."""

    @classmethod
    def of(
        cls, step: Step, *, chosen: int = 0, verdicts: tuple[tuple[Problem, ...], ...] = ()
    ) -> Outcome:
        """The outcome of an ended step, of which this choice is the message."""
        choices = step.answer.choices
        choice = choices[chosen] if choices else None
        return cls(
            step_id=step.id,
            status=step.status,
            model=step.answer.model or step.model,
            timing=step.timing,
            usage=step.answer.usage,
            finish_reason=choice.finish_reason if choice else None,
            notes=step.answer.notes,
            fault=step.fault,
            verdicts=verdicts,
            choices=max(len(choices), 1),
            chosen=chosen,
            has_logprobs=bool(choice and choice.logprobs),
        )
