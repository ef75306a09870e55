"""The routes of the gateway and its two endpoints."""

import json
from collections.abc import Callable
from datetime import date

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from switchboard.offline.asking import read_ask
from switchboard.offline.checking import check_request
from switchboard.offline.headers import ReplyHeaders
from switchboard.offline.keys import check_key
from switchboard.offline.mishaps import HEADER, Tries, find_wish, reply_to, request_id
from switchboard.offline.models import MODELS, find_model, model_entry
from switchboard.offline.oddities.lists import LISTS
from switchboard.offline.refusals import Refusal
from switchboard.offline.sending import Pace, response_to
from switchboard.wire import JsonObject


def build_app(*, pace_ms: float, today: Callable[[], date] = date.today) -> Starlette:
    """The gateway as an ASGI application; ``today`` is its calendar."""
    app = Starlette(
        routes=[
            Route("/v1/models", list_models, methods=["GET"]),
            Route("/v1/models/{name:path}", show_model, methods=["GET"]),
            Route("/v1/chat/completions", complete_chat, methods=["POST"]),
        ],
        middleware=[Middleware(ReplyHeaders)],
        exception_handlers={
            Refusal: refuse,
            HTTPException: refuse_route,
            RecursionError: refuse_depth,
            Exception: own_up,
        },
    )
    app.state.pace = Pace(pace_ms)
    app.state.today = today
    app.state.tries = Tries()
    return app


async def list_models(request: Request) -> Response:
    """``GET /v1/models``."""
    check_key(request.headers.get("authorization"))
    body: JsonObject = {"object": "list", "data": [model_entry(model) for model in MODELS]}
    odd = LISTS.get(request.headers.get(HEADER, ""))
    return JSONResponse(odd(body) if odd else body)


async def show_model(request: Request) -> Response:
    """``GET /v1/models/{model}``."""
    check_key(request.headers.get("authorization"))
    model = find_model(request.path_params["name"])
    find_wish(model, None)
    return JSONResponse(model_entry(model))


async def complete_chat(request: Request) -> Response:
    """``POST /v1/chat/completions``, streamed or whole."""
    key = request.headers.get("authorization")
    check_key(key)
    raw = await request.body()
    body = read_body(raw)
    model = check_request(body)
    wish = find_wish(model, request.headers.get(HEADER))
    ask = read_ask(body, model, request.app.state.today())
    sent = reply_to(ask, wish, request=request_id(key, raw), tries=request.app.state.tries)
    return response_to(request, sent)


def read_body(raw: bytes) -> JsonObject:
    """The request's JSON object; raises the reference's refusal of anything else."""
    try:
        body = json.loads(raw)
    # Nested too deep for the parser is as unreadable as a missing bracket.
    except (ValueError, RecursionError) as error:
        raise Refusal(
            "We could not parse the JSON body of your request. The API expects a JSON payload, "
            "but what was sent was not valid JSON."
        ) from error
    if not isinstance(body, dict):
        raise Refusal("The JSON body of your request must be an object.")
    return body


async def refuse(_request: Request, error: Exception) -> Response:
    """The reply to a refused request."""
    assert isinstance(error, Refusal)
    return JSONResponse(error.body, status_code=error.status)


async def refuse_depth(_request: Request, _error: Exception) -> Response:
    """The reply to JSON that can be parsed and is nested too deep to be walked."""
    refusal = Refusal("The JSON body of your request is nested too deeply.")
    return JSONResponse(refusal.body, status_code=refusal.status)


async def own_up(_request: Request, _error: Exception) -> Response:
    """The reply when this program itself is at fault: in the envelope, without a traceback."""
    fault = Refusal(
        "The server had an error while processing your request.", status=500, kind="server_error"
    )
    return JSONResponse(fault.body, status_code=fault.status)


async def refuse_route(request: Request, error: Exception) -> Response:
    """The reply to an unknown path, or to a known one with the wrong method."""
    assert isinstance(error, HTTPException)
    path = request.url.path
    if error.status_code == 405:
        refusal = Refusal(
            f"Not allowed to {request.method} on {path}. "
            "(HINT: Perhaps you meant to use a different HTTP method?)",
            code="method_not_supported",
        )
    else:
        refusal = Refusal(f"Invalid URL ({request.method} {path})", code="unknown_url")
    return JSONResponse(refusal.body, status_code=error.status_code, headers=error.headers)
