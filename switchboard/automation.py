"""How far a turn goes on by itself."""

from dataclasses import dataclass
from typing import Literal

MOST_ROUNDS = 100
"""More than anybody wants to pay for by mistake."""


@dataclass(frozen=True, slots=True)
class Automation:
    """How far a turn goes on by itself."""

    mode: Literal["step", "responders", "all"] = "step"
    """``step``: a person sends every result; ``responders``: calls of tools with a responder are
    answered, and a person is asked for the others; ``all``: those get a plausible result."""

    approves: bool = False
    """Whether a person looks at each call before it is answered."""

    repairs: bool = False
    """Whether a call that does not fit its schema gets the problems as its result."""

    most_rounds: int = 10
    """Requests of one turn, the first included; then the turn waits for a person."""
