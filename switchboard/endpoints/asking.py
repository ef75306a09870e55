"""The part of a call that blocks: names looked up, a request sent, its reply read."""

import json
import time
from contextlib import closing

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, Timeout

from switchboard.endpoints.allowed import AllowedHost
from switchboard.endpoints.exchange import EndpointReply, EndpointRequest
from switchboard.endpoints.headers import merged_headers
from switchboard.endpoints.line import Line
from switchboard.endpoints.masking import masked
from switchboard.endpoints.mishaps import NETWORK_ERRORS, endpoint_error
from switchboard.endpoints.pinned import Route, pool_for
from switchboard.endpoints.reading import read_reply
from switchboard.endpoints.redirects import redirect_error
from switchboard.endpoints.resolving import checked_addresses
from switchboard.endpoints.targets import Target

_OWN = {"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "User-Agent": "switchboard"}


class Asking:
    """One request that may be sent."""

    def __init__(
        self, request: EndpointRequest, target: Target, host: AllowedHost, *, timeout_s: float
    ) -> None:
        self._request = request
        self._target = target
        self._host = host
        self._timeout_s = timeout_s

    def reply(self, line: Line) -> EndpointReply:
        """Asks and reads. Raises ``EndpointError``."""
        until = time.monotonic() + self._timeout_s
        place = self._target.place
        try:
            addresses = checked_addresses(self._target, is_private=self._host.is_private)
            route = Route(addresses, line, until)
            with pool_for(self._target, route) as pool, closing(self._sent(pool, route)) as came:
                self._refuse_redirect(came)
                return read_reply(came, place, self._host.secrets)
        except NETWORK_ERRORS as error:
            raise endpoint_error(error, place, timeout_s=self._timeout_s) from error

    def _sent(self, pool: HTTPConnectionPool, route: Route) -> BaseHTTPResponse:
        """The response, its body unread."""
        return pool.urlopen(
            self._request.method.upper(),
            self._target.path,
            body=self._request.body.encode("utf-8", "replace") or None,
            headers=self._headers(),
            redirect=False,
            retries=False,
            preload_content=False,
            timeout=Timeout(route.left_s),
        )

    def _headers(self) -> dict[str, str]:
        own = {**_OWN, **_content_type(self._request.body)}
        return merged_headers(own, self._request.headers, self._host.headers)

    def _refuse_redirect(self, response: BaseHTTPResponse) -> None:
        location = masked(response.headers.get("location", ""), self._host.secrets)
        place = self._target.place
        error = redirect_error(place, status=response.status, location=location)
        if error is not None:
            raise error


def _content_type(body: str) -> dict[str, str]:
    if not body:
        return {}
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return {"Content-Type": "text/plain; charset=utf-8"}
    return {"Content-Type": "application/json"}
