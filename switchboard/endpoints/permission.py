"""Whether a request may be sent at all: what is known before any name is looked up."""

from switchboard.endpoints.allowed import VARIABLE, AllowedHost, AllowedHosts
from switchboard.endpoints.exchange import EndpointRequest
from switchboard.endpoints.headers import header_problem
from switchboard.endpoints.targets import Target
from switchboard.errors import EndpointError

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")


def permitted_host(target: Target, allowed: AllowedHosts) -> AllowedHost:
    """The operator's entry for the target. Raises ``EndpointError`` where there is none."""
    if not allowed.hosts:
        raise EndpointError(
            f"{target.place} may not be asked: the operator allows no host.",
            advice=f'The operator allows hosts so: `{VARIABLE}="api.example.com, localhost:9000"`.',
        )
    host = allowed.host_for(target.scheme, target.host, target.port)
    if host is None:
        raise EndpointError(
            f"{target.place} is not one of the hosts that the operator allows.",
            advice=f"The operator names hosts, with a port that is not the usual, in {VARIABLE}.",
        )
    return host


def check_request(request: EndpointRequest) -> None:
    """Raises ``EndpointError`` for a method or a header that is not sent."""
    if request.method.upper() not in _METHODS:
        raise EndpointError(
            f"{request.method[:20]!r} is no method that is sent.",
            advice=f"Take one of {', '.join(_METHODS)}.",
        )
    for name, value in request.headers.items():
        problem = header_problem(name, value)
        if problem is not None:
            raise EndpointError(problem)
