"""What stands between the browser and Streamlit's own server: headers, names, and a short wait.

Plain ASGI, so that nothing is buffered.
"""

import asyncio
import base64
import hashlib
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import distribution
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


class FixedHeaders:
    """Sets the same headers on every HTTP response as it begins; bodies pass untouched."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def inline_scripts(package: str, page: str) -> str:
    """What ``script-src`` needs to allow the scripts written into a package's own HTML page."""
    html = Path(str(distribution(package).locate_file(page))).read_text("utf-8")
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(html))
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def content_security_policy() -> str:
    """What the page may load: files of this server, and images it holds itself."""
    shell = inline_scripts("streamlit", "streamlit/static/index.html")
    editor = inline_scripts("streamlit-ace", "streamlit_ace/frontend/build/index.html")
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {shell} {editor}",  # components come as blobs
            "style-src 'self' 'unsafe-inline'",  # Streamlit and Ace write their styles at run time
            "img-src 'self' data: blob:",
            "media-src 'self' data: blob:",
            "font-src 'self' data:",
            "worker-src 'self' blob:",  # Ace starts its workers from blobs
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'self'",  # the Ace editor is a frame of this server
        )
    )


def allow_hosts(more: str) -> list[str]:
    """Every host name the app answers to: the configured ones and ``more``, which may hold several.

    Streamlit asks its own option again when a WebSocket opens, so ``more`` is added there too.
    """
    hosts = [*config.get_option("server.allowedHosts"), *more.replace(",", " ").split()]
    config.set_option("server.allowedHosts", hosts)
    return [f"[{host}]" if ":" in host else host for host in hosts]


class Preparation:
    """Work done while the first browser still loads the front end.

    Pages are drawn over WebSockets, which open when it is over: none meets a half-done import.
    """

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._task: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def lifespan(self, _app: object) -> AsyncIterator[None]:
        """Begins with the server."""
        self._task = asyncio.create_task(asyncio.to_thread(self._work))
        yield
        await self.end()

    async def end(self) -> None:
        """Waits for it. What went wrong in it is told where the work is needed."""
        if self._task:
            await asyncio.wait([self._task])


class WaitsForPreparation:
    """Lets WebSockets wait for the end of a preparation."""

    def __init__(self, app: ASGIApp, preparation: Preparation) -> None:
        self._app = app
        self._preparation = preparation

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._preparation.end()
        await self._app(scope, receive, send)
