"""What kind of place an IP address is: the public internet, a place nearby, or none to be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_network,
)
from typing import TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class Kind:
    """Why an address is not public."""

    words: str
    """As in "leads to …"."""

    is_never: bool = True
    """Whether not even the operator can allow it."""


_METADATA = Kind("the metadata service of a cloud")
_UNSPECIFIED = Kind("the unspecified address")
_LINK_LOCAL = Kind("a link-local address")
_MULTICAST = Kind("a multicast address")
_RESERVED = Kind("a reserved address")
_LOOPBACK = Kind("a loopback address", is_never=False)
_PRIVATE = Kind("a private address", is_never=False)
_CARRIER = Kind("an address of a carrier's own network", is_never=False)

# IANA's special-purpose registries; our own list, since `ipaddress` changed its mind between
# Python 3.11 and 3.13. The first that fits counts. Metadata: AWS, GCP, Alibaba, Oracle, Azure.
_TABLE: tuple[tuple[IPv4Network | IPv6Network, Kind], ...] = tuple(
    (ip_network(written), kind)
    for written, kind in (
        ("169.254.169.254", _METADATA),
        ("100.100.100.200", _METADATA),
        ("192.0.0.192", _METADATA),
        ("168.63.129.16", _METADATA),
        ("fd00:ec2::/32", _METADATA),
        ("fd20:ce::254", _METADATA),
        ("0.0.0.0/8", _UNSPECIFIED),
        ("10.0.0.0/8", _PRIVATE),
        ("100.64.0.0/10", _CARRIER),
        ("127.0.0.0/8", _LOOPBACK),
        ("169.254.0.0/16", _LINK_LOCAL),
        ("172.16.0.0/12", _PRIVATE),
        ("192.0.0.0/24", _RESERVED),
        ("192.0.2.0/24", _RESERVED),
        ("192.88.99.0/24", _RESERVED),
        ("192.168.0.0/16", _PRIVATE),
        ("198.18.0.0/15", _PRIVATE),
        ("198.51.100.0/24", _RESERVED),
        ("203.0.113.0/24", _RESERVED),
        ("224.0.0.0/4", _MULTICAST),
        ("240.0.0.0/4", _RESERVED),
        ("::/128", _UNSPECIFIED),
        ("::1/128", _LOOPBACK),
        ("2001:db8::/32", _RESERVED),
        ("3fff::/20", _RESERVED),
        ("fc00::/7", _PRIVATE),
        ("fe80::/10", _LINK_LOCAL),
        ("ff00::/8", _MULTICAST),
    )
)
_PROTOCOLS = IPv6Network("2001::/23")
_PUBLIC = IPv6Network("2000::/3")
_TEREDO = IPv6Network("2001::/32")
_SIX_TO_FOUR = IPv6Network("2002::/16")
# IPv4-mapped, -compatible and -translated; NAT64 (RFC 6052).
_IPV4_AT_END = tuple(
    map(IPv6Network, ("::ffff:0:0/96", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96"))
)
_ISATAP = (0x0000_5EFE, 0x0200_5EFE)


def kind_of(address: Address) -> Kind | None:
    """What it is; ``None``: public. An address that leads on to another is what that one is."""
    named = next((kind for network, kind in _TABLE if address in network), None)
    if named is not None or isinstance(address, IPv4Address):
        return named
    inner = [*_embedded(address)]
    if inner:
        kinds = [kind for each in inner if (kind := kind_of(each)) is not None]
        return max(kinds, key=lambda kind: kind.is_never, default=None)
    return _RESERVED if address not in _PUBLIC or address in _PROTOCOLS else None


def _embedded(address: IPv6Address) -> Iterator[IPv4Address]:
    """The IPv4 addresses that a packet to it may end at."""
    bits = int(address)
    if any(address in network for network in _IPV4_AT_END):
        yield _ipv4(bits)
    elif address in _SIX_TO_FOUR:
        yield _ipv4(bits >> 80)
    elif address in _TEREDO:
        yield _ipv4(bits >> 64)
        yield _ipv4(~bits)
    if bits >> 32 & 0xFFFF_FFFF in _ISATAP:
        yield _ipv4(bits)


def _ipv4(bits: int) -> IPv4Address:
    return IPv4Address(bits & 0xFFFF_FFFF)
