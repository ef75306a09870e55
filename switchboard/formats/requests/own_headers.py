"""Which headers of a pasted request are a person's own, to be sent again."""

from collections.abc import Mapping

from switchboard.payload.header_checks import header_problems, is_reserved

# What every client says for itself, and what browsers add when a request is copied from them.
_OF_THE_CLIENT = frozenset(
    [
        "accept",
        "accept-encoding",
        "accept-language",
        "cache-control",
        "content-type",
        "dnt",
        "origin",
        "pragma",
        "priority",
        "referer",
        "te",
        "upgrade-insecure-requests",
        "user-agent",
    ]
)
_OF_BROWSERS = "sec-"


def own_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Those that the gateway may need, and that can be sent."""
    own = {name: value for name, value in headers.items() if _is_own(name)}
    faulty = {problem.path[-1] for problem in header_problems(own)}
    return {name: value for name, value in own.items() if name not in faulty}


def _is_own(name: str) -> bool:
    lower = name.lower()
    is_usual = lower in _OF_THE_CLIENT or lower.startswith(_OF_BROWSERS)
    return not is_usual and not is_reserved(name)
