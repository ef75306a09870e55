"""Who answers."""

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
