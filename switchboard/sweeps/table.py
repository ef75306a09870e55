"""A sweep's table as a file."""

from collections.abc import Sequence

from switchboard.export.tables import csv_table
from switchboard.messages import Usage
from switchboard.sweeps.trial import Trial

_NAMES = (
    "fault",
    "conduct",
    "is_good",
    "evidence",
    "problem",
    "done_to_result",
    "answer",
    "rounds",
    "input_tokens",
    "output_tokens",
    "conversation_id",
)


def sweep_csv(trials: Sequence[Trial]) -> bytes:
    """A line for each turn, as ``csv_table`` writes it; the fault of the first is ``none``."""
    return csv_table(_NAMES, map(_row, trials))


def _row(trial: Trial) -> list[object]:
    judgement, usage = trial.judgement, trial.usage or Usage()
    return [
        trial.kind.value if trial.kind else "none",
        _conduct(trial),
        judgement.is_good if judgement else None,
        " ".join(judgement.evidence) if judgement else None,
        trial.problem,
        trial.told,
        trial.answer,
        trial.rounds,
        usage.input_tokens,
        usage.output_tokens,
        trial.conversation_id,
    ]


def _conduct(trial: Trial) -> str | None:
    if trial.judgement is None:
        return None
    return "answered" if trial.is_plain_answer else trial.judgement.conduct.value
