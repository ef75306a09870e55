"""Asking a gateway something, and its reply to the end."""

from switchboard.gateway import Exchange

ASK = {"model": "m", "messages": [{"role": "user", "content": "你好 ✅"}], "stream": True}


def whole_body(exchange: Exchange) -> bytes:
    """Everything that arrives, and the connection is closed."""
    with exchange:
        return b"".join(exchange.pieces())
