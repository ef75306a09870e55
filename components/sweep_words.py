"""A sweep's faults and conducts, as the screen calls them."""

from components.figures import UNKNOWN
from components.plain import escaped
from switchboard.responders import FaultKind
from switchboard.simulate.faults import FAULT_WORDS
from switchboard.simulate.judging import RULES
from switchboard.sweeps import Trial

_SIGNS = {
    True: ":green[:material/check_circle:]",
    False: ":red[:material/cancel:]",
    None: ":orange[:material/remove_circle:]",
}
_LABELS = {rule.conduct: rule.label for rule in RULES}

LEGEND = (
    f"{_SIGNS[True]} what one hopes for of this fault · {_SIGNS[False]} the contrary · "
    f"{_SIGNS[None]} neither"
)
"""What the signs mean, as markdown."""


def fault_label(kind: FaultKind | None) -> str:
    """The fault's name, or that there is none."""
    return FAULT_WORDS[kind].label if kind else "No fault"


def conduct_line(trial: Trial) -> str:
    """What the model did, with a sign, as markdown."""
    if trial.judgement is None:
        return ":red[:material/error:] Not judged"
    label = "Answered" if trial.is_plain_answer else _LABELS[trial.judgement.conduct]
    return f"{_SIGNS[trial.judgement.is_good]} {escaped(label)}"


def reasons(trial: Trial) -> str:
    """Why that is the judgement, or why there is none."""
    return " ".join(trial.judgement.evidence) if trial.judgement else trial.problem


def tokens(trial: Trial) -> str:
    """In and out together; a dash where one of them is not known."""
    usage = trial.usage
    if usage is None or usage.input_tokens is None or usage.output_tokens is None:
        return UNKNOWN
    return f"{usage.input_tokens + usage.output_tokens:,}"
