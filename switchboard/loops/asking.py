"""Whom a turn is asked, and who answers its calls."""

from dataclasses import dataclass

from switchboard.gateway import Gateway
from switchboard.gateway.remedies import Remedy
from switchboard.responding import Outside
from switchboard.settings import Profile


@dataclass(frozen=True, slots=True)
class Asking:
    """Whom a turn is asked, and who answers its calls."""

    gateway: Gateway
    profile: Profile
    outside: Outside
    remedy: Remedy | None = None
    """What is changed in the first request, because the gateway had refused it."""
