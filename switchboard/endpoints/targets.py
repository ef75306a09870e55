"""Where a request goes: an address taken apart once, so that what is checked is what is asked."""

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from switchboard.endpoints.host_names import normal_host
from switchboard.errors import EndpointError

_USUAL_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ADVICE = "Give a whole address, as in https://api.example.com/weather?city=Paris."


@dataclass(frozen=True, slots=True)
class Target:
    """An address in its parts."""

    scheme: str
    host: str
    """In its normal form, IPv6 without brackets."""

    port: int
    path: str
    """With the query, without the fragment."""

    @property
    def place(self) -> str:
        """Host and port, for telling: a path may hold what is nobody's business."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _USUAL_PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str) -> Target:
    """The parts. Raises ``EndpointError``, whose words repeat no more than the host."""
    if _CONTROL.search(url):
        raise EndpointError("The address holds a control character.", advice=_ADVICE)
    parts = _split(url.strip())
    if parts.scheme not in _USUAL_PORTS:
        raise EndpointError(_scheme_words(parts.scheme), advice=_ADVICE)
    if "@" in parts.netloc:
        raise EndpointError(
            "The address holds a user name or password.",
            advice="Leave them out: the operator sets keys for the host.",
        )
    port = _USUAL_PORTS[parts.scheme] if parts.port is None else parts.port
    query = f"?{parts.query}" if parts.query else ""
    return Target(parts.scheme, _host(parts), port, (parts.path or "/") + query)


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_port = parts.port != 0  # Reading it checks it.
    except ValueError as error:
        raise EndpointError("The address is not well formed.", advice=_ADVICE) from error
    if not is_port:
        raise EndpointError("The address asks for port 0, which there is not.", advice=_ADVICE)
    return parts


def _host(parts: SplitResult) -> str:
    if not parts.hostname:
        raise EndpointError("The address names no host.", advice=_ADVICE)
    try:
        return normal_host(parts.hostname)
    except ValueError as error:
        raise EndpointError(str(error), advice=_ADVICE) from error


def _scheme_words(scheme: str) -> str:
    if not scheme:
        return "The address does not begin with http:// or https://."
    return f"Only http and https can be asked, not {scheme[:20]!r}."
