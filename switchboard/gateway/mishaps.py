"""What requests and urllib3 raise, translated once: what happened, then what to try."""

import http.client
import socket
import ssl
from collections.abc import Iterator
from urllib.parse import urlsplit

from requests import exceptions as raised
from urllib3 import exceptions as low

from switchboard.errors import (
    AddressError,
    ConnectionFailed,
    ConnectTimeout,
    GatewayError,
    GatewayTimeout,
    StreamBroken,
)
from switchboard.settings import Timeouts

NETWORK_ERRORS = (raised.RequestException, low.HTTPError, OSError)
"""All that sending and reading can raise."""

_ADDRESS = (raised.InvalidURL, raised.InvalidSchema, raised.MissingSchema, low.LocationValueError)
_TIMEOUTS = (raised.Timeout, low.TimeoutError, TimeoutError)
_TRY_AGAIN = "Try again."
_RUNNING = "Is the server running, and is the base URL right?"


def opening_error(
    error: Exception, url: str, *, timeouts: Timeouts, is_connected: bool
) -> GatewayError:
    """Why no reply came."""
    place = _place(url)
    if isinstance(error, _ADDRESS):
        return AddressError(
            f"{place} is no address that can be called.", advice="Check the base URL."
        )
    if isinstance(error, _TIMEOUTS):
        # A secure connection that is not made in time is told as a late read (urllib3 2.6).
        return _late(place, timeouts) if is_connected else _no_connection(place, timeouts)
    reason, advice = _reason(error)
    return ConnectionFailed(f"No answer from {place}: {reason}.", advice=advice)


def reading_error(error: Exception, url: str, *, received: int, timeouts: Timeouts) -> GatewayError:
    """Why a reply that had begun went no further."""
    place = _place(url)
    if isinstance(error, _TIMEOUTS):
        return _silent(place, timeouts) if received else _late(place, timeouts)
    return StreamBroken(
        f"The connection to {place} broke after {received} bytes; what had arrived is kept.",
        advice=_TRY_AGAIN,
    )


def _no_connection(place: str, timeouts: Timeouts) -> GatewayTimeout:
    return ConnectTimeout(
        f"No connection to {place} within {timeouts.connect_s:g} s, the time-out for connecting.",
        advice=f"{_RUNNING} If it is only slow, allow more time for connecting.",
    )


def _late(place: str, timeouts: Timeouts) -> GatewayTimeout:
    return GatewayTimeout(
        f"{place} took the request but did not answer within {timeouts.first_byte_s:g} s, "
        "the time-out for the first byte.",
        advice="Try again, or allow more time for the first byte: models that reason start late.",
    )


def _silent(place: str, timeouts: Timeouts) -> GatewayTimeout:
    return GatewayTimeout(
        f"{place} fell silent for more than {timeouts.silence_s:g} s, the time-out for silence; "
        "what had arrived is kept.",
        advice="Try again, or allow a longer silence.",
    )


def _reason(error: Exception) -> tuple[str, str]:
    """In words, with what to try."""
    causes = list(_causes(error))
    if _any(causes, raised.ProxyError, low.ProxyError):
        return "the proxy did not let it through", "Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY."
    if _any(causes, raised.SSLError, low.SSLError, ssl.SSLError):
        return _tls_reason(causes), "Check https:// against http://, and the server's certificate."
    if _any(causes, socket.gaierror, low.NameResolutionError):
        return "there is no host of that name", "Check the base URL and the network."
    if _any(causes, ConnectionRefusedError):
        return "connection refused", _RUNNING
    if _any(causes, http.client.HTTPException) and not _any(causes, ConnectionError):
        return "what it says is no HTTP", "Check https:// against http://, and the port."
    if _any(causes, ConnectionResetError, BrokenPipeError, low.ProtocolError):
        return "the connection was closed before a reply", _TRY_AGAIN
    return "the network cannot reach it", _RUNNING


def _tls_reason(causes: list[BaseException]) -> str:
    if _any(causes, ssl.SSLCertVerificationError):
        return "its certificate cannot be verified"
    return "no secure connection could be made"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that led to it, also where urllib3 keeps it in ``reason`` or ``args``."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        cause = waiting.pop()
        if not isinstance(cause, BaseException) or id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [cause.__cause__, cause.__context__, getattr(cause, "reason", None), *cause.args]


def _any(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


def _place(url: str) -> str:
    """Scheme, host and port: a path or a query may hold what is nobody's business."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
