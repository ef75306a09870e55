"""Where a redirect points, in words. None is ever followed."""

from typing import NamedTuple
from urllib.parse import urlsplit

from switchboard.errors import AddressError
from switchboard.gateway.addresses import normalise_base_url

_ENDPOINTS = ("/chat/completions", "/models")
_LONGEST = 200
_CHECK = "Check the base URL; the gateway may want a login first."


class RedirectPlace(NamedTuple):
    """What a ``Location`` header says."""

    address: str
    """Without user name, query and fragment, which may hold secrets; empty when it says nothing."""

    is_absolute: bool
    """Whether it names a host."""

    advice: str


def redirect_place(location: str) -> RedirectPlace:
    """The place, and what to try; of any text, also one that is no address."""
    try:
        parts = urlsplit(location.strip())
    except ValueError:
        return RedirectPlace("", False, _CHECK)
    host = parts.netloc.rpartition("@")[2]
    scheme = f"{parts.scheme}:" if parts.scheme else ""
    address = f"{scheme}//{host}{parts.path}" if host else parts.path
    return RedirectPlace(address[:_LONGEST], bool(host), _advice(address) if host else _CHECK)


def _advice(address: str) -> str:
    """An endpoint elsewhere is the interface itself, moved; anything else is likely a login."""
    if not address.rstrip("/").endswith(_ENDPOINTS):
        return _CHECK
    try:
        base_url = normalise_base_url(address)
    except AddressError:
        return _CHECK
    return f"If you trust that address, set {base_url!r} as the base URL."
