"""The headers that every reply carries."""

import secrets
import time

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

API_VERSION = "2020-10-01"


class ReplyHeaders:
    """Adds request id, processing time and version, as the reference's replies have them."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on; only the start of a reply is touched."""
        started = time.perf_counter()

        async def send_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                _add_headers(MutableHeaders(scope=message), time.perf_counter() - started)
            await send(message)

        await self._app(scope, receive, send_on)


def _add_headers(headers: MutableHeaders, elapsed_s: float) -> None:
    headers["x-request-id"] = f"req_{secrets.token_hex(16)}"
    headers["openai-processing-ms"] = str(max(1, round(elapsed_s * 1000)))
    headers["openai-version"] = API_VERSION
    headers["cache-control"] = "no-store"
