"""A host's addresses, looked up once and each of them checked."""

import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from switchboard.endpoints.addresses import Kind, kind_of
from switchboard.endpoints.allowed import VARIABLE
from switchboard.endpoints.targets import Target
from switchboard.errors import EndpointError


@dataclass(frozen=True, slots=True)
class CheckedAddress:
    """An address that may be connected to, as a socket takes it."""

    family: socket.AddressFamily
    place: tuple[Any, ...]


def checked_addresses(target: Target, *, is_private: bool) -> tuple[CheckedAddress, ...]:
    """All that the name leads to, in the resolver's order.

    Raises ``EndpointError`` where any of them may not be asked, and ``socket.gaierror``.
    """
    found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    for _, _, _, _, place in found:
        kind = kind_of(ip_address(place[0]))
        if kind is not None and (kind.is_never or not is_private):
            raise _refusal(target, kind)
    return tuple(CheckedAddress(family, place) for family, _, _, _, place in found)


def _refusal(target: Target, kind: Kind) -> EndpointError:
    # The address itself is not told: it may be that of an inside network.
    if kind.is_never:
        return EndpointError(f"{target.place} leads to {kind.words}, which is never asked.")
    return EndpointError(
        f"{target.place} leads to {kind.words}, and the operator did not allow that for it.",
        advice=f'The operator allows it by `"private": true` in the file of {VARIABLE}.',
    )
