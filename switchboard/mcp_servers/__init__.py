"""Live MCP servers, asked for their tools; only those that the operator has named.

The door to the ``mcp`` package, which is an optional extra: without it everything else works, and
``is_installed`` says so.
"""

from switchboard.mcp_servers.allowed import AllowedServer, AllowedServers, allowed_servers
from switchboard.mcp_servers.listing import ToolListing, is_installed

__all__ = [
    "AllowedServer",
    "AllowedServers",
    "ToolListing",
    "allowed_servers",
    "is_installed",
]
