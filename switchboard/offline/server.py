"""The embedded gateway as a running server: its own thread, a free loopback port."""

import asyncio
import socket
import threading
from collections.abc import Callable
from datetime import date

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

from switchboard.offline.app import build_app

_START_LIMIT_S = 10.0
_STOP_LIMIT_S = 10.0

# Longer than people pause between questions, so that a client's pooled connection lives on.
_KEEP_ALIVE_S = 75


class OfflineGateway:
    """A gateway that answers without a model, for as long as it is not stopped."""

    def __init__(self, listener: socket.socket, app: Starlette) -> None:
        self._listener = listener
        self._port: int = listener.getsockname()[1]
        self._ready = threading.Event()
        self._server = _SignallingServer(server_config(app), self._ready)
        self._thread = threading.Thread(target=self._serve, name="offline-gateway", daemon=True)

    @classmethod
    def start(
        cls, pace_ms: float = 25, *, today: Callable[[], date] = date.today
    ) -> "OfflineGateway":
        """A running gateway that accepts connections; ``pace_ms`` is the time per word, ``today``
        its calendar.
        """
        gateway = cls(listen("127.0.0.1", 0), build_app(pace_ms=pace_ms, today=today))
        gateway._thread.start()
        if not gateway._ready.wait(_START_LIMIT_S):
            gateway.stop()
            raise TimeoutError("The embedded gateway did not start within 10 seconds.")
        return gateway

    @property
    def base_url(self) -> str:
        """Where a client finds it, ``/v1`` included."""
        return f"http://127.0.0.1:{self._port}/v1"

    def stop(self) -> None:
        """Ends it, with every answer it is still giving. Stopping twice is fine."""
        self._server.should_exit = True
        # Without it uvicorn waits for the answers that are still being given.
        self._server.force_exit = True
        self._thread.join(_STOP_LIMIT_S)

    def _serve(self) -> None:
        asyncio.run(self._server.serve(sockets=[self._listener]))


class _SignallingServer(uvicorn.Server):
    """Says when it has started; uvicorn itself only sets a flag."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready.set()


class _OwnConnection(H11Protocol):
    """Lets a reply close its connection: ``request.state.connection``, for replies that are cut."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "connection": transport}


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes any free one. Raises ``OSError`` for a taken port."""
    # Named as TCP, or asyncio leaves Nagle's algorithm on and every reply waits 40 ms.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(2048)
    except OSError:
        listener.close()
        raise
    listener.setblocking(False)
    return listener


def server_config(app: Starlette) -> uvicorn.Config:
    """How both the embedded and the standalone gateway are served."""
    return uvicorn.Config(
        app,
        http=_OwnConnection,
        ws="none",
        loop="asyncio",
        lifespan="off",
        log_config=None,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE_S,
        timeout_graceful_shutdown=1,
    )
