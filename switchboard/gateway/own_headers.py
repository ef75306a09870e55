"""The headers every request has, told from those a person has added."""

from collections.abc import Mapping
from types import MappingProxyType

from switchboard.payload.header_checks import is_reserved

OWN_HEADERS = MappingProxyType(
    {
        "Accept": "text/event-stream, application/json",
        "Accept-Encoding": "identity",  # A compressor in between may hold text back.
        "Content-Type": "application/json",
        "User-Agent": "switchboard/0.1",
    }
)
_OWN = {(name.lower(), value) for name, value in OWN_HEADERS.items()}


def added_headers(sent: Mapping[str, str]) -> dict[str, str]:
    """Of the headers of a request, in order, those that a person had added, or set otherwise."""
    return {
        name: value
        for name, value in sent.items()
        if not is_reserved(name) and (name.lower(), value) not in _OWN
    }
