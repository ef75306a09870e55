"""How a request gets to a gateway."""

import json

from switchboard.errors import GatewayError
from switchboard.gateway.addresses import endpoint, normalise_base_url
from switchboard.gateway.exchange import Exchange
from switchboard.gateway.gateways import Gateway
from switchboard.gateway.line import Line
from switchboard.gateway.masking import is_telling, may_be_secret
from switchboard.gateway.opening import open_reply, request_for
from switchboard.gateway.own_headers import OWN_HEADERS
from switchboard.gateway.retrying import Tries
from switchboard.gateway.stop import StopSignal
from switchboard.payload.header_checks import header_problems
from switchboard.settings import Timeouts
from switchboard.wire import ChatRequest


class Transport:
    """Sends requests to one gateway, each on a connection of its own."""

    def __init__(self, gateway: Gateway, *, timeouts: Timeouts | None = None) -> None:
        self._gateway = gateway
        self._timeouts = timeouts or gateway.timeouts

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown: for masking only."""
        return secrets_of(self._gateway)

    def tries(self) -> Tries:
        """The tries that one request may have."""
        return Tries(self._gateway.max_retries)

    def stream(self, body: ChatRequest, *, stop: StopSignal | None = None) -> Exchange:
        """The reply's status and headers, its body to come; any status gives an exchange.

        Raises ``AddressError``, ``ConnectionFailed``, ``GatewayTimeout`` and, when stopped before
        the headers came, ``Stopped``."""
        url = endpoint(self._gateway.base_url, "/chat/completions")
        sent = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        return exchange(self._gateway, "POST", url, body=sent, timeouts=self._timeouts, stop=stop)


def exchange(
    gateway: Gateway,
    method: str,
    url: str,
    *,
    body: bytes | None,
    timeouts: Timeouts,
    stop: StopSignal | None = None,
) -> Exchange:
    """Sends any request with the gateway's key; as ``Transport.stream`` otherwise."""
    normalise_base_url(gateway.base_url)  # Refuses what nobody has looked at before.
    _check_key(gateway)
    _check_headers(gateway)
    stop = stop or StopSignal()
    line = Line()
    request = request_for(gateway, method, url, headers=OWN_HEADERS, body=body)
    response = open_reply(request, line, timeouts=timeouts, stop=stop)
    return Exchange(response, line, stop=stop, timeouts=timeouts, secrets=secrets_of(gateway))


def secrets_of(gateway: Gateway) -> tuple[str, ...]:
    """The gateway's keys as text, for masking only: its own, and those in a person's headers.
    Without what is too short or too common a word to be one: masking ``none`` or ``data`` in a
    stream would break the stream."""
    sent = [value for name, value in gateway.headers.items() if may_be_secret(name)]
    # Of ``Bearer …`` the second word is the key, and may be echoed alone.
    words = [value.rpartition(" ")[2] for value in sent]
    own = gateway.key.reveal() if gateway.key else ""
    return tuple(key for key in dict.fromkeys([own, *sent, *words]) if is_telling(key))


def _check_key(gateway: Gateway) -> None:
    key = gateway.key.reveal() if gateway.key else ""
    if not key.isascii() or not key.isprintable():
        raise GatewayError(
            "The API key holds characters that cannot be sent.",
            advice="Paste the key again, without quotation marks or line breaks.",
        )


def _check_headers(gateway: Gateway) -> None:
    for problem in header_problems(gateway.headers):
        raise GatewayError(problem.message, advice="Change this gateway's extra headers.")
