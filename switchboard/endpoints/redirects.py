"""A redirect: told, never followed. Where it points was allowed by nobody."""

from urllib.parse import urlsplit

from switchboard.errors import EndpointError

_STATUSES = (301, 302, 303, 307, 308)
_LONGEST = 200


def redirect_error(place: str, *, status: int, location: str) -> EndpointError | None:
    """What to raise for such a reply; ``None`` when it is no redirect."""
    if status not in _STATUSES and not (300 <= status < 400 and location):
        return None
    return EndpointError(
        f"{place} sends on to {_pointed(location)} (HTTP {status}); redirects are not followed.",
        advice="If that place is right, ask it itself; the operator must allow its host.",
    )


def _pointed(location: str) -> str:
    """Host and path alone: a query may hold a key."""
    try:
        parts = urlsplit(location.strip())
    except ValueError:
        return "a place that is no address"
    host = parts.netloc.rpartition("@")[2]
    pointed = f"{host}{parts.path}"[:_LONGEST]
    return pointed if pointed.isprintable() and pointed else "a place it does not name"
