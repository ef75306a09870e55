"""Whom a turn is asked, and who answers its calls."""

from dataclasses import dataclass

from switchboard.gateway import Gateway
from switchboard.gateway.remedies import Remedy
from switchboard.responders import FaultKind
from switchboard.responding import Outside, PastCall
from switchboard.settings import Profile


@dataclass(frozen=True, slots=True)
class FaultOrder:
    """One fault in one turn, to see what the model does about it."""

    kind: FaultKind | None
    """``None``: none at all, to measure the others by."""

    tool: str = ""
    """It goes into the first result of this tool; empty: into the first result of all."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom a turn is asked, and who answers its calls."""

    gateway: Gateway
    profile: Profile
    outside: Outside
    remedy: Remedy | None = None
    """What is changed in the first request, because the gateway had refused it."""

    fault: FaultOrder | None = None
    """The one fault of the turn, whatever the tools' plans say; ``None``: as they say."""

    known: tuple[PastCall, ...] = ()
    """Calls of elsewhere: where no responder answers the same ones, they get the same results."""
