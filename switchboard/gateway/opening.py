"""A request sent, up to the reply's headers, in a way that can be stopped at any moment."""

import queue
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, TypeAlias, cast

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict

from switchboard.gateway.addresses import is_loopback
from switchboard.gateway.gateways import Gateway
from switchboard.gateway.line import Line, LineAdapter
from switchboard.gateway.mishaps import NETWORK_ERRORS, opening_error
from switchboard.gateway.stop import Stopped, StopSignal
from switchboard.settings import Timeouts

_Outcome: TypeAlias = requests.Response | Exception | None


def open_reply(
    request: requests.Request, line: Line, *, timeouts: Timeouts, stop: StopSignal
) -> requests.Response:
    """The response, its body unread. Raises ``AddressError``, ``ConnectionFailed``,
    ``GatewayTimeout`` and, after ``stop``, ``Stopped``.

    Sent from a thread of its own: looking up a name and connecting cannot be interrupted, so the
    caller stops waiting instead, and the connection is shut as soon as there is one.
    """
    if stop.is_set:
        raise Stopped("Stopped before anything was sent.")
    outcomes: queue.SimpleQueue[_Outcome] = queue.SimpleQueue()
    sending = _Sending(request, line, timeouts, outcomes)
    with stop.telling(lambda: outcomes.put(None)):
        threading.Thread(target=sending.run, name="switchboard-request", daemon=True).start()
        outcome = outcomes.get()
    if outcome is None or stop.is_set:
        line.shut()
        sending.abandon(outcome)
        raise Stopped("Stopped before the gateway answered.")
    if isinstance(outcome, Exception):
        is_connected = line.connected_at is not None
        raise opening_error(
            outcome, request.url, timeouts=timeouts, is_connected=is_connected
        ) from outcome
    return outcome


def request_for(
    gateway: Gateway, method: str, url: str, *, headers: Mapping[str, str], body: bytes | None
) -> requests.Request:
    """A request that carries the gateway's key and nobody else's. A header of the gateway takes the
    place of one of ours of the same name."""

    def authorise(request: requests.PreparedRequest) -> requests.PreparedRequest:
        if gateway.key:
            request.headers["Authorization"] = f"Bearer {gateway.key.reveal()}"
        return request

    # Without an `auth` of its own, requests sends what a .netrc entry for the host says, even in
    # place of a Bearer header that is set already (measured, requests 2.34).
    own = CaseInsensitiveDict(headers)
    own.update(gateway.headers)
    return requests.Request(method, url, headers=own, data=body, auth=authorise)


class _Sending:
    """The part that blocks."""

    def __init__(
        self,
        request: requests.Request,
        line: Line,
        timeouts: Timeouts,
        outcomes: "queue.SimpleQueue[_Outcome]",
    ) -> None:
        self._request = request
        self._line = line
        self._timeouts = timeouts
        self._outcomes = outcomes
        self._lock = threading.Lock()
        self._is_abandoned = False

    def run(self) -> None:
        outcome: _Outcome
        try:
            outcome = self._send()
        except NETWORK_ERRORS as error:
            outcome = error
        except (ValueError, UnicodeError) as error:  # A header or an address that cannot be sent.
            outcome = error
        with self._lock:
            if not self._is_abandoned:
                self._outcomes.put(outcome)
                return
        _close(outcome)

    def abandon(self, outcome: _Outcome) -> None:
        """Nobody waits any more: what has come or still comes is closed."""
        with self._lock:
            self._is_abandoned = True
        _close(outcome)
        with suppress(queue.Empty):
            while True:
                _close(self._outcomes.get_nowait())

    def _send(self) -> requests.Response:
        # Not Session.send: even with allow_redirects=False it reads a redirect's whole body.
        with requests.Session() as session:
            session.trust_env = not is_loopback(self._request.url)
            prepared = session.prepare_request(self._request)
            settings = session.merge_environment_settings(prepared.url, {}, True, None, None)
            timeout = (self._timeouts.connect_s, self._timeouts.first_byte_s)
            adapter: HTTPAdapter = LineAdapter(self._line)
            return adapter.send(prepared, timeout=timeout, **cast(Any, settings))


def _close(outcome: _Outcome) -> None:
    if isinstance(outcome, requests.Response):
        outcome.close()
