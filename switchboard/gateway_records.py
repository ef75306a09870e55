"""What is kept of a gateway: how to reach it, and what it was found to accept. Never its key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from switchboard.settings import DEFAULT_TIMEOUTS, Timeouts
from switchboard.wire import Json


@dataclass(frozen=True, slots=True)
class Learnt:
    """A field that the gateway refused by name."""

    field: str
    """As in ``Profile.refused``; or ``field=value``, a field of the profile and what it must be
    (``system_role=system``)."""

    model: str
    """The model that was asked."""

    says: str
    """The gateway's words, keys masked."""

    at: datetime
    """UTC, aware."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one probe of a gateway brought."""

    probe: str
    """``reachable``, ``key``, ``models``, ``answer``, ``streaming``, …"""

    verdict: Literal["yes", "no", "odd"]
    says: str
    """One sentence."""

    model: str
    at: datetime
    """UTC, aware."""

    request: str = ""
    """The evidence: the body that was sent, keys masked."""

    reply: str = ""
    """The evidence: what came back, keys masked, cut to a length fit for reading."""


@dataclass(frozen=True, slots=True)
class GatewayRecord:
    """One gateway as a person has set it up."""

    base_url: str
    """As ``normalise_base_url`` gives it; no two records have the same."""

    name: str = ""
    """On the screen; empty: made of the address."""

    key_source: str = ""
    """The environment variable or secret that holds the key; empty: the usual ones."""

    headers: Mapping[str, str] = field(default_factory=dict)
    """Sent with every request; never ``Authorization``."""

    timeouts: Timeouts = DEFAULT_TIMEOUTS
    max_retries: int = 2
    resends_by_itself: bool = False
    """Whether what was refused by name is sent again without it, unasked."""

    changes: Mapping[str, Json] = field(default_factory=dict)
    """Fields of the profile that a person or a check has set, as JSON values."""

    learnt: tuple[Learnt, ...] = ()
    findings: tuple[Finding, ...] = ()
