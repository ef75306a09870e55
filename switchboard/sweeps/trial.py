"""What came of one turn of a sweep."""

from dataclasses import dataclass

from switchboard.messages import Usage
from switchboard.responders import FaultKind
from switchboard.simulate.judging import Conduct, Judgement
from switchboard.sweeps.unused import ResponderUse


@dataclass(frozen=True, slots=True)
class Trial:
    """One turn of a sweep: a line of its table."""

    kind: FaultKind | None
    """``None``: the turn without a fault, by which the others are measured."""

    judgement: Judgement | None = None
    """What the model did; ``None`` where it can't be told, and ``problem`` says why."""

    problem: str = ""
    """What went wrong with the turn itself, as a sentence; empty when nothing did."""

    told: str = ""
    """What exactly was done to the result, as a sentence."""

    answer: str = ""
    """The first words of the answer; empty where there was none."""

    rounds: int = 0
    """Answers of the turn."""

    usage: Usage | None = None
    """All its answers together; ``None`` as soon as one of them is unknown."""

    conversation_id: str = ""
    """Of the saved conversation; empty where none was saved."""

    used: frozenset[ResponderUse] = frozenset()
    """The responders that answered in it."""

    @property
    def is_plain_answer(self) -> bool:
        """Whether the model did nothing but answer: without a fault, that is to use the result."""
        is_use = self.judgement is not None and self.judgement.conduct is Conduct.USED
        return self.kind is None and is_use
