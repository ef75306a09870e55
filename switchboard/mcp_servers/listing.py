"""The tools of a server, asked for on a thread of its own."""

import threading
from importlib.util import find_spec

from switchboard.errors import McpServerError
from switchboard.mcp_servers.allowed import AllowedServer
from switchboard.wire import JsonObject

_OUR_MISTAKE = McpServerError("Switchboard itself failed while it asked; its log says more.")


def is_installed() -> bool:
    """Whether the optional ``mcp`` package is there."""
    return find_spec("mcp") is not None


class ToolListing:
    """One question for a server's tools. Safe to look at and to stop from any thread."""

    def __init__(self, server: AllowedServer, *, timeout_s: float = 30) -> None:
        self.server = server
        self.answer: JsonObject | None = None
        """What ``tools/list`` gives, all its pages as one; there once it has ended well."""

        self.error: McpServerError | None = None
        """Why it did not."""

        self._timeout_s = timeout_s
        self._stop = threading.Event()
        self._ended = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return not self._ended.is_set()

    def start(self) -> None:
        """Begins and returns at once."""
        threading.Thread(target=self._work, name="mcp-tools", daemon=True).start()

    def stop(self) -> None:
        """Ends it within a tenth of a second; a program that was started is ended too."""
        self._stop.set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end. Whether it came."""
        return self._ended.wait(timeout_s)

    def _work(self) -> None:
        self.error = _OUR_MISTAKE
        try:
            self._ask()
        except McpServerError as error:
            self.error = error
        finally:
            self._ended.set()

    def _ask(self) -> None:
        # Here, because the package is optional, and takes a second to import.
        from switchboard.mcp_servers.client import tools_of

        self.answer = tools_of(self.server, stop=self._stop, timeout_s=self._timeout_s)
        self.error = None
