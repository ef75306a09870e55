"""What a check brought."""

from dataclasses import dataclass

from switchboard.errors import StoreError
from switchboard.gateway_records import Finding, Learnt


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What a check brought, as far as it has come."""

    findings: tuple[Finding, ...] = ()
    """In the order in which they were found."""

    limit: Learnt | None = None
    """The token limit's field, where the gateway refuses the one the profile names."""

    ended_because: str = ""
    """Why not everything was asked, as a sentence."""

    store_error: StoreError | None = None
    """Why the findings could not be kept."""
