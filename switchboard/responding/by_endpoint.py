"""The answer of a real HTTP endpoint."""

import json
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

from switchboard.endpoints import EndpointReply, EndpointRequest, call_endpoint
from switchboard.errors import EndpointError
from switchboard.gateway import StopSignal
from switchboard.responders import Http
from switchboard.responding.by_template import listening, rendered
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.wire import Json, JsonObject

_LONGEST_ERROR = 2_000


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
    arguments = situation.checked.arguments or {}
    write: Callable[[str, JsonObject], str] = partial(_written, situation=situation, stop=stop)
    return EndpointRequest(
        method=action.method,
        url=write(action.url, _quoted(arguments)),
        headers={name: write(value, arguments) for name, value in action.headers.items()},
        body=write(action.body, arguments),
    )


def _written(text: str, arguments: JsonObject, *, situation: Situation, stop: StopSignal) -> str:
    if "{" not in text:
        return text
    return rendered(text, situation, arguments, seed=0, stop=stop)


def _quoted(arguments: JsonObject) -> JsonObject:
    """As they may stand in an address: a model that writes ``../admin?`` gets no other path."""
    return {name: _quoted_value(value) for name, value in arguments.items()}


def _quoted_value(value: Json) -> Json:
    if isinstance(value, str):
        return quote(value, safe="")
    if isinstance(value, list):
        return [_quoted_value(each) for each in value]
    return _quoted(value) if isinstance(value, dict) else value


def _failed(reply: EndpointReply) -> str:
    told: JsonObject = {"error": f"HTTP {reply.status}", "body": reply.text[:_LONGEST_ERROR]}
    return json.dumps(told, ensure_ascii=False, indent=2)
