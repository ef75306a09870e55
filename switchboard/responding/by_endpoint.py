"""The answer of a real HTTP endpoint."""

import json
import re
from collections.abc import Callable
from functools import partial
from urllib.parse import unquote

from switchboard.endpoints import EndpointReply, EndpointRequest, call_endpoint
from switchboard.errors import EndpointError
from switchboard.gateway import StopSignal
from switchboard.responders import Http
from switchboard.responding.arguments import arguments_for
from switchboard.responding.by_template import listening, rendered
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.wire import JsonObject

_LONGEST_ERROR = 2_000
_DOTS = (".", "..")


def endpoint_answer(
    action: Http, situation: Situation, outside: Outside, *, stop: StopSignal
) -> str:
    """The reply's text; of an error status, an error that holds it. Raises ``CallNotAnswered``."""
    request = _request(action, situation, stop)
    try:
        with listening(stop) as event:
            reply = call_endpoint(request, outside.hosts, stop=event)
    except EndpointError as error:
        raise CallNotAnswered(error.message, advice=error.advice) from error
    return _failed(reply) if reply.status >= 400 else reply.text


def _request(action: Http, situation: Situation, stop: StopSignal) -> EndpointRequest:
    write = partial(
        _written, situation=situation, arguments=arguments_for("endpoint", situation), stop=stop
    )
    return EndpointRequest(
        method=action.method,
        url=_address(action.url, write),
        headers={name: write(value) for name, value in action.headers.items()},
        body=write(action.body),
    )


def _written(
    text: str,
    *,
    situation: Situation,
    arguments: JsonObject,
    stop: StopSignal,
    is_address: bool = False,
) -> str:
    if "{" not in text:
        return text
    return rendered(text, situation, arguments, stop=stop, is_address=is_address)


def _address(template: str, write: Callable[..., str]) -> str:
    url = write(template, is_address=True)
    # Dots are the one thing in a path that percent-encoding does not make harmless (RFC 3986,
    # section 6.2.2.2).
    if url != template and any(unquote(step) in _DOTS for step in _steps(url)):
        raise CallNotAnswered(
            "The call's arguments would change the path of the address, so the endpoint was not "
            "asked.",
            advice="A step of a path can't be one or two dots.",
        )
    return url


def _steps(url: str) -> list[str]:
    return re.split("[?#]", url, maxsplit=1)[0].split("/")


def _failed(reply: EndpointReply) -> str:
    told: JsonObject = {"error": f"HTTP {reply.status}", "body": reply.text[:_LONGEST_ERROR]}
    return json.dumps(told, ensure_ascii=False, indent=2)
