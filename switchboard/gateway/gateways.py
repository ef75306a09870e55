"""Who answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
    """A person's own, sent with every request; never ``Authorization``. Left out of the ``repr``:
    some gateways take their key in one."""

    timeouts: Timeouts = DEFAULT_TIMEOUTS
    max_retries: int = 2
    """How often a request is sent again after a failure that may pass."""

    def with_headers(self, more: Mapping[str, str]) -> "Gateway":
        """With these headers too; one of the same name, in whatever case, takes its place."""
        taken = {name.lower() for name in more}
        kept = {name: value for name, value in self.headers.items() if name.lower() not in taken}
        return replace(self, headers={**kept, **more})
