"""A real HTTP endpoint, asked in a tool's place; only on hosts that the operator allows.

The second door to ``urllib3``: an address comes from a toolset and, through its templates, from a
model, so that where a name leads is checked before anything is sent (docs/decisions/0009).
"""

from switchboard.endpoints.allowed import VARIABLE, AllowedHost, AllowedHosts, allowed_hosts
from switchboard.endpoints.calling import call_endpoint
from switchboard.endpoints.exchange import EndpointReply, EndpointRequest

__all__ = [
    "VARIABLE",
    "AllowedHost",
    "AllowedHosts",
    "EndpointReply",
    "EndpointRequest",
    "allowed_hosts",
    "call_endpoint",
]
