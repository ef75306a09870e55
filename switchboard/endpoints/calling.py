"""An endpoint called: on a thread of its own, within a time, until somebody says stop."""

import threading
import time

from switchboard.endpoints.allowed import AllowedHosts
from switchboard.endpoints.asking import Asking
from switchboard.endpoints.exchange import EndpointReply, EndpointRequest
from switchboard.endpoints.line import Line
from switchboard.endpoints.mishaps import too_late
from switchboard.endpoints.permission import check_request, permitted_host
from switchboard.endpoints.targets import target_of
from switchboard.errors import EndpointError

_LOOKS_EVERY_S = 0.05
_STOPPED = "Stopped by you."
_OUR_MISTAKE = "Switchboard itself failed while it asked; its log says more."


def call_endpoint(
    request: EndpointRequest,
    allowed: AllowedHosts,
    *,
    stop: threading.Event | None = None,
    timeout_s: float = 30,
) -> EndpointReply:
    """The endpoint's reply, also one of an error status.

    Raises ``EndpointError`` where the request may not be sent, where it leads to a redirect, where
    no reply comes whole within the time, and after ``stop``.
    """
    target = target_of(request.url)
    host = permitted_host(target, allowed)
    check_request(request)
    if stop is not None and stop.is_set():
        raise EndpointError(_STOPPED)
    call = _Call(Asking(request, target, host, timeout_s=timeout_s))
    until = time.monotonic() + timeout_s
    while not call.ended.wait(_LOOKS_EVERY_S):
        if stop is not None and stop.is_set():
            call.line.shut()
            raise EndpointError(_STOPPED)
        if time.monotonic() > until:
            call.line.shut()
            raise too_late(target.place, timeout_s)
    return call.outcome()


class _Call:
    """The thread that blocks: looking a name up cannot be interrupted, so nobody waits for it."""

    def __init__(self, asking: Asking) -> None:
        self.line = Line()
        self.ended = threading.Event()
        self._asking = asking
        self._reply: EndpointReply | None = None
        self._error = EndpointError(_OUR_MISTAKE)
        threading.Thread(target=self._work, name="switchboard-endpoint", daemon=True).start()

    def outcome(self) -> EndpointReply:
        """The reply, once it has ended. Raises ``EndpointError``."""
        if self._reply is None:
            raise self._error
        return self._reply

    def _work(self) -> None:
        try:
            self._reply = self._asking.reply(self.line)
        except EndpointError as error:
            self._error = error
        finally:
            self.line.close()
            self.ended.set()
