"""What is made ready for a call that waits for its result."""

from dataclasses import dataclass
from typing import Literal

from switchboard.responders import FaultKind
from switchboard.responses import Result


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is made ready for a call that waits for its result."""

    result: Result | None = None
    """What answered it and waits to be sent; what a person has written goes before it."""

    failure: str = ""
    """Why its responder did not answer, as a sentence."""

    fault: FaultKind | None = None
    """What a person wants done to its result on purpose."""

    is_spared: bool = False
    """Whether a person wants nothing done to it, whatever the tool's plan draws."""

    good: Result | None = None
    """The result before anything was done to it; ``None`` where nothing was."""

    decision: Literal["approved", "denied"] | None = None
    """What a person said to it, where each call waits for a word."""
