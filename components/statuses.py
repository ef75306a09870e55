"""The statuses of a step in words."""

from switchboard.runs import StepStatus

_MEANINGS = {
    StepStatus.RUNNING: "Running: the answer is still arriving.",
    StepStatus.FINISHED: "Finished: the whole answer arrived.",
    StepStatus.STOPPED: "Stopped by you. What had arrived until then is kept.",
    StepStatus.FAILED: "Failed: no answer came, or it broke off. What had arrived is kept.",
    StepStatus.INTERRUPTED: (
        "Interrupted: the program ended while the answer was arriving. "
        "What had arrived until then is kept."
    ),
}


def meaning(status: StepStatus) -> str:
    """The status explained in a sentence."""
    return _MEANINGS[status]


def label(status: StepStatus) -> str:
    """The status in one word."""
    return status.value.capitalize()
