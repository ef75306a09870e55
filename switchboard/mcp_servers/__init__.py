"""Live MCP servers, asked for their tools and to answer calls; only those that the operator named.

The door to the ``mcp`` package, which is an optional extra: without it everything else works, and
``is_installed`` says so.
"""

from switchboard.mcp_servers.allowed import AllowedServer, AllowedServers, allowed_servers
from switchboard.mcp_servers.calling import call_tool
from switchboard.mcp_servers.listing import ToolListing, is_installed
from switchboard.mcp_servers.replies import ToolReply

__all__ = [
    "AllowedServer",
    "AllowedServers",
    "ToolListing",
    "ToolReply",
    "allowed_servers",
    "call_tool",
    "is_installed",
]
