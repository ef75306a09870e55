"""A tool of a server, called on a thread of its own."""

import threading
import time
from collections.abc import Callable
from functools import partial

from switchboard.errors import McpServerError
from switchboard.mcp_servers.allowed import AllowedServer
from switchboard.mcp_servers.failures import too_late
from switchboard.mcp_servers.listing import is_installed
from switchboard.mcp_servers.replies import ToolReply, tool_reply
from switchboard.wire import JsonObject

_LOOKS_EVERY_S = 0.05
_STOPPED = "Stopped by you."
_OUR_MISTAKE = "Switchboard itself failed while it asked; its log says more."


def call_tool(
    server: AllowedServer,
    name: str,
    arguments: JsonObject,
    *,
    stop: threading.Event,
    timeout_s: float,
) -> ToolReply:
    """What the tool says, also that it failed.

    Raises ``McpServerError``, its words without the server's keys, where the server gives no such
    reply in time, and at once after ``stop``.
    """
    _check_installed()
    if stop.is_set():
        raise McpServerError(_STOPPED)
    call = _Call(partial(_ask, server, name, arguments, stop=stop, timeout_s=timeout_s))
    until = time.monotonic() + timeout_s
    while not call.ended.wait(_LOOKS_EVERY_S):
        if stop.is_set():
            raise McpServerError(_STOPPED)
        if time.monotonic() > until:
            raise too_late(server, timeout_s)
    return tool_reply(server, name, call.result())


def _check_installed() -> None:
    if not is_installed():
        raise McpServerError(
            "MCP servers can't be asked: the optional package mcp is not installed.",
            advice="The operator installs it with `make mcp`.",
        )


def _ask(
    server: AllowedServer,
    name: str,
    arguments: JsonObject,
    *,
    stop: threading.Event,
    timeout_s: float,
) -> JsonObject:
    # Here, because the package is optional, and takes a second to import.
    from switchboard.mcp_servers.client import result_of

    return result_of(server, name, arguments, stop=stop, timeout_s=timeout_s)


class _Call:
    """The thread that asks. It gives a program that it started two seconds to end, so that nobody
    waits for it once the call is over."""

    def __init__(self, ask: Callable[[], JsonObject]) -> None:
        self.ended = threading.Event()
        self._ask = ask
        self._result: JsonObject | None = None
        self._error = McpServerError(_OUR_MISTAKE)
        threading.Thread(target=self._work, name="mcp-call", daemon=True).start()

    def result(self) -> JsonObject:
        """What ``tools/call`` gave, once it has ended. Raises ``McpServerError``."""
        if self._result is None:
            raise self._error
        return self._result

    def _work(self) -> None:
        try:
            self._result = self._ask()
        except McpServerError as error:
            self._error = error
        finally:
            self.ended.set()
