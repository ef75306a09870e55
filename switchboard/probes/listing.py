"""What the list of models shows: that the gateway is there, and what it offers."""

from dataclasses import dataclass

from switchboard.errors import (
    AddressError,
    ConnectionFailed,
    GatewayError,
    GatewayTimeout,
)
from switchboard.gateway import Gateway, StopSignal, endpoint, fetch_models
from switchboard.probes.probe import Judgement, no, odd, shortened, yes
from switchboard.probes.seen import cut

_ABSENT = (AddressError, ConnectionFailed, GatewayTimeout)


@dataclass(frozen=True, slots=True)
class Listing:
    """The reply to ``GET /models``."""

    url: str
    """What was asked."""

    models: tuple[str, ...] = ()
    body: str = ""
    """As it came, keys masked."""

    error: GatewayError | None = None

    @property
    def is_reachable(self) -> bool:
        """Whether anything answered at all."""
        return not isinstance(self.error, _ABSENT)

    @property
    def reply(self) -> str:
        """The evidence: what came, its end left out when it is long."""
        if self.error:
            return cut(self.error.body or self.error.message)
        return cut(self.body)


def listed(gateway: Gateway, *, stop: StopSignal) -> Listing:
    """Asks for the list. Raises nothing of the world's."""
    try:
        found = fetch_models(gateway, stop=stop)
    except GatewayError as error:
        return Listing(endpoint(gateway.base_url, "/models"), error=error)
    return Listing(found.url, found.models, found.body)


def reachable(listing: Listing) -> Judgement:
    """Whether the gateway is there."""
    if listing.error is None:
        return yes("It answers.")
    if not listing.is_reachable:
        return no(shortened(listing.error.message))
    status = f" with status {listing.error.status}" if listing.error.status else ""
    return yes(f"Something answers{status}.")


def models_listed(listing: Listing, model: str) -> Judgement:
    """Whether the models are listed, and this one among them."""
    if listing.error:
        return no(shortened(listing.error.message))
    if not listing.models:
        return odd("The list of models is empty.")
    count = "1 model" if len(listing.models) == 1 else f"{len(listing.models):,} models"
    if model not in listing.models:
        return odd(f"{count}, but {model!r} is not among them.")
    return yes(f"{count}, {model!r} among them.")
