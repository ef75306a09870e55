"""Who answers, and how long to wait for them."""

from dataclasses import dataclass

from switchboard.gateway.keys import ApiKey


@dataclass(frozen=True, slots=True)
class Gateway:
    """Who answers requests."""

    name: str
    base_url: str
    """As ``normalise_base_url`` gives it."""

    key: ApiKey | None = None
    """``None`` sends no ``Authorization`` header."""


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to wait, in seconds."""

    connect_s: float = 10
    first_byte_s: float = 120
    """From the request sent to the first byte of the body; reasoning models are slow to start."""

    silence_s: float = 120
    """Between two pieces of the body. Keep-alive comments count as life."""


DEFAULT_TIMEOUTS = Timeouts()
