"""Which headers may be set, and the headers of a request put together."""

import re
from collections.abc import Mapping

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
# Of one connection, and so of whoever makes it (RFC 9110, sections 7.2, 7.6.1, 8.6 and 10.1.1), and
# the compressions that can be read here.
_OURS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "keep-alive",
        "proxy-authenticate",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)


def header_problem(name: str, value: str) -> str | None:
    """Why the header can't be sent, as a sentence without its value."""
    if not _NAME.fullmatch(name):
        return f"{name[:60]!r} is no name of a header."
    if name.lower() in _OURS:
        return f"The header {name} is set by Switchboard itself: leave it out."
    if _CONTROL.search(value):
        return f"The header {name} holds a line break or another control character."
    if any(ord(character) > 0xFF for character in value):
        return f"The header {name} holds characters that headers can't carry."
    return None


def merged_headers(*sets: Mapping[str, str]) -> dict[str, str]:
    """All of them; of the same name, however it is written, the last."""
    found: dict[str, tuple[str, str]] = {}
    for each in sets:
        found |= {name.lower(): (name, value.strip()) for name, value in each.items()}
    return dict(found.values())
