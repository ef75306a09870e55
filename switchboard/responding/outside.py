"""Who may be asked in a tool's place, and how they are reached."""

from collections.abc import Callable
from dataclasses import dataclass

from switchboard.endpoints import AllowedHosts
from switchboard.gateway import Gateway
from switchboard.mcp_servers import AllowedServer


@dataclass(frozen=True, slots=True)
class Outside:
    """Who may be asked in a tool's place, and how they are reached."""

    gateway_at: Callable[[str | None], Gateway | None]
    """A base URL -> its gateway with its key; ``""``: the embedded one; ``None``: the
    conversation's own."""

    hosts: AllowedHosts = AllowedHosts()
    """Where HTTP endpoints may be."""

    servers: tuple[AllowedServer, ...] = ()
    """The MCP servers that the operator has named."""
