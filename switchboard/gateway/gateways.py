"""Who answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from switchboard.gateway.keys import ApiKey
from switchboard.settings import DEFAULT_TIMEOUTS, Timeouts


@dataclass(frozen=True, slots=True)
class Gateway:
    """Who answers requests, and how it is asked."""

    name: str
    base_url: str
    """As ``normalise_base_url`` gives it."""

    key: ApiKey | None = None
    """Belongs to this address; ``None`` sends no ``Authorization`` header."""

    headers: Mapping[str, str] = field(default_factory=dict, hash=False, repr=False)
    """A person's own, sent with every request; ``check_headers`` says which may be. Never shown:
    some gateways take their key in one."""

    timeouts: Timeouts = DEFAULT_TIMEOUTS
    max_retries: int = 2
    """How often a request is sent again after a failure that may pass."""
