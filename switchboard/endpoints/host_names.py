"""Hosts in the one form in which they are compared, resolved and asked."""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address

from switchboard.endpoints.addresses import kind_of

_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_LONGEST = 253  # RFC 1035, section 2.3.4, as text.
_NEAR = (".localhost", ".local", ".internal", ".lan", ".home.arpa")


def normal_host(text: str) -> str:
    """The host in small letters, an address in its usual form, without brackets.

    Raises ``ValueError`` whose words are a sentence.
    """
    host = text.lower().removesuffix(".")
    if ":" in host:
        return _ipv6(host)
    labels = host.split(".")
    if len(host) > _LONGEST or not all(_LABEL.fullmatch(label) for label in labels):
        raise ValueError(_no_name(text))
    # Resolvers take 2130706433, 0x7f.1 and 127.1 for 127.0.0.1 (inet_aton); nobody reads them so.
    if _NUMBER.fullmatch(labels[-1]):
        return _ipv4(host)
    return host


def is_near(host: str) -> bool:
    """Whether it says itself that it is this machine, or one in the same network."""
    try:
        kind = kind_of(ip_address(host))
    except ValueError:
        return "." not in host or host.endswith(_NEAR)
    return kind is not None and not kind.is_never


def _ipv6(host: str) -> str:
    try:
        address = IPv6Address(host)
    except AddressValueError as error:
        raise ValueError(_no_name(host)) from error
    if address.scope_id is not None:
        raise ValueError("An address with a zone, as in 'fe80::1%eth0', can't be asked.")
    return str(address)


def _ipv4(host: str) -> str:
    try:
        return str(IPv4Address(host))
    except AddressValueError as error:
        message = f"{host[:60]!r} is a number that hides an address. Write it as in 192.0.2.1."
        raise ValueError(message) from error


def _no_name(text: str) -> str:
    if not text.isascii():
        return f"{text[:60]!r} is no host name in ASCII. Write it in its form that begins xn--."
    return f"{text[:60]!r} is no host name."
