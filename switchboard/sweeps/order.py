"""What is to be swept."""

from dataclasses import dataclass

from switchboard.conversations import Conversation
from switchboard.loops import Asking
from switchboard.responders import FaultKind


@dataclass(frozen=True, slots=True)
class SweepOrder:
    """Which turn is run again, and with which faults."""

    conversation: Conversation
    """Its last turn is the one; ``reason_against`` says nothing against it."""

    asking: Asking
    faults: tuple[FaultKind, ...] = tuple(FaultKind)
    tool: str = ""
    """Each fault goes into the first result of this tool; empty: into the first of all."""

    @property
    def kinds(self) -> tuple[FaultKind | None, ...]:
        """A turn for each, in the order of ``FaultKind``; first, as ``None``, the turn without a
        fault, to measure the others by."""
        return (None, *(kind for kind in FaultKind if kind in self.faults))
