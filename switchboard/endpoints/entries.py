"""One host as the operator writes it: a name, ``*.`` before one, an address, a port behind it."""

from dataclasses import dataclass

from switchboard.endpoints.host_names import normal_host

_STAR = "*."
_MOST = 65_535


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry names."""

    host: str
    """In its normal form, without the star."""

    port: int | None = None
    """``None``: the usual one of the scheme."""

    is_wildcard: bool = False
    """Whether it is the names below the host, and not the host itself."""


def read_entry(written: str) -> Entry:
    """The entry. Raises ``ValueError`` whose words are a sentence."""
    text = written.strip()
    if "/" in text or "@" in text:
        raise ValueError(f"{_cut(text)} is more than a host: write it as api.example.com.")
    is_wildcard = text.startswith(_STAR)
    host, port = _parted(text.removeprefix(_STAR))
    return Entry(normal_host(host), port, is_wildcard)


def _parted(text: str) -> tuple[str, int | None]:
    """``[::1]:80``, ``::1``, ``name:80`` and ``name``."""
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        return host, _port(rest.removeprefix(":"), text) if rest else None
    host, colon, port = text.partition(":")
    if not colon or ":" in port:
        return text, None
    return host, _port(port, text)


def _port(text: str, whole: str) -> int:
    port = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    if not 0 < port <= _MOST:
        raise ValueError(f"{_cut(whole)} has no port from 1 to {_MOST} behind its colon.")
    return port


def _cut(text: str) -> str:
    # A password may stand before the @.
    return repr(text.rpartition("@")[2][:60])
