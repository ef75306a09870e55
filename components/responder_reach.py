"""Who could answer for a tool from outside: gateways, MCP servers, hosts."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from components import services
from components.gateways_reach import called
from switchboard.conversations import OFFLINE
from switchboard.endpoints import allowed_hosts
from switchboard.mcp_servers import allowed_servers


@dataclass(frozen=True, slots=True)
class Outsiders:
    """What can be chosen from."""

    gateways: Mapping[str, str] = field(default_factory=lambda: {OFFLINE: "Offline"})
    """Base URL to name."""

    servers: tuple[str, ...] = ()
    """Names of the MCP servers that the operator allows."""

    allows_hosts: bool = False
    """Whether the operator allows any host at all."""


def outsiders() -> Outsiders:
    """As it is set up now. Raises ``StoreError``."""
    kept = {one.base_url: called(one.base_url, one) for one in services.store().gateways()}
    return Outsiders(
        gateways={OFFLINE: "Offline", **kept},
        servers=tuple(server.name for server in allowed_servers(os.environ).servers),
        allows_hosts=bool(allowed_hosts(os.environ).hosts),
    )
