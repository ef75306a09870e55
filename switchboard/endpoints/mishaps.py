"""What urllib3 raises, translated once: what happened, then what to try."""

import http.client
import socket
import ssl
from collections.abc import Iterator

from urllib3 import exceptions as raised

from switchboard.errors import EndpointError

NETWORK_ERRORS = (raised.HTTPError, http.client.HTTPException, OSError)
"""All that sending and reading can raise."""

_RUNNING = "Is it running, and is the address right?"
_SECURE = "Check https:// against http://, and the server's certificate."


def endpoint_error(error: Exception, place: str, *, timeout_s: float) -> EndpointError:
    """Why there is no reply."""
    causes = list(_causes(error))
    if _any(causes, raised.TimeoutError, TimeoutError):
        return too_late(place, timeout_s)
    reason, advice = _reason(causes)
    return EndpointError(f"No reply from {place}: {reason}.", advice=advice)


def too_late(place: str, timeout_s: float) -> EndpointError:
    """The time is over."""
    return EndpointError(
        f"{place} did not give its whole reply within {timeout_s:g} s.",
        advice="Is it only slow? Ask it for less.",
    )


def _reason(causes: list[BaseException]) -> tuple[str, str]:
    if _any(causes, ssl.SSLCertVerificationError):
        return "its certificate cannot be verified", _SECURE
    if _any(causes, raised.SSLError, ssl.SSLError):
        return "no secure connection could be made", _SECURE
    if _any(causes, socket.gaierror):
        return "there is no host of that name", "Check the address and the network."
    if _any(causes, ConnectionRefusedError):
        return "connection refused", _RUNNING
    if _any(causes, raised.DecodeError):
        return "it is not compressed as it says", ""
    if _any(causes, http.client.IncompleteRead, raised.IncompleteRead):
        return "it broke off before its end", "Try again."
    if _any(causes, ConnectionError, http.client.RemoteDisconnected):
        return "the connection was closed before its end", "Try again."
    if _any(causes, http.client.HTTPException, raised.HTTPError):
        return "what it says is no HTTP", "Check https:// against http://, and the port."
    return "the network cannot reach it", _RUNNING


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all that led to it, also where urllib3 keeps it in ``reason`` or ``args``."""
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop()
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]


def _any(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)
