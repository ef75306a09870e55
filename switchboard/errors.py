"""Everything the world can do wrong, on one page.

What a person or a model wrote wrong is a ``Problem``, not an error. An error says what happened
and what to try, in sentences for the reader; it never holds a key.
"""


class SwitchboardError(Exception):
    """The world failed. ``str(error)`` is a sentence for the reader."""

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What happened, as a sentence."""
        self.advice = advice
        """What to try, as a sentence; may be empty."""


class GatewayError(SwitchboardError):
    """A request to a gateway failed, or its reply could not be read."""

    def __init__(
        self,
        message: str,
        *,
        advice: str = "",
        status: int | None = None,
        body: str = "",
        type: str | None = None,
        param: str | None = None,
        code: str | None = None,
    ) -> None:
        super().__init__(message, advice=advice)
        self.status = status
        """HTTP status, ``None`` when no reply came."""
        self.body = body
        """The raw body as text, keys masked, for showing folded."""
        self.type = type
        self.param = param
        self.code = code
        """``type``, ``param`` and ``code`` of the error envelope, where it had them."""


class AddressError(GatewayError):
    """The base URL cannot be used: it is no http(s) address, or holds a user name."""


class ConnectionFailed(GatewayError):
    """No connection, or none any more before a reply began: refused, unknown host, TLS."""


class GatewayTimeout(GatewayError):
    """Nothing came within the time allowed."""


class ConnectTimeout(GatewayTimeout):
    """No connection within the time allowed: nothing was asked yet."""


class GatewayRefusal(GatewayError):
    """The gateway answered with an error status and, usually, an error envelope."""


class ReplyUnreadable(GatewayError):
    """The reply is no chat completion: HTML, a redirect, broken JSON, nothing at all."""


class StreamFault(GatewayError):
    """An error object arrived inside a stream that began well."""


class StreamBroken(GatewayError):
    """The stream ended before the answer did."""


class StoreError(SwitchboardError):
    """The database could not be opened, read or written."""


class ConversationChanged(StoreError):
    """Somebody else, usually another tab, saved a newer revision of this conversation."""


class ToolsetChanged(StoreError):
    """Somebody else, usually another tab, saved a newer version of this toolset, or deleted it."""


class McpServerError(SwitchboardError):
    """An MCP server could not be started or reached, gave no tools, or did not answer a call."""


class EndpointError(SwitchboardError):
    """An HTTP endpoint may not be asked in a tool's place, or gave no reply that can be read."""


class TemplateFailure(SwitchboardError):
    """A template could not be rendered: what is wrong with it, or what it took too much of."""
