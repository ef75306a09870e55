"""Replies that are not what they say, or not what was asked for."""

from dataclasses import replace

from switchboard.offline.replies import build_reply
from switchboard.offline.right import Right, as_whole
from switchboard.offline.sending import STREAM_TYPE, Sent

_PAGE_TYPE = "text/html; charset=utf-8"
_SIGN_IN = b"""<!DOCTYPE html>
<html><head><title>Sign in</title></head>
<body><h1>Sign in</h1><form action="/login"><input name="user"></form></body></html>
"""
_BAD_GATEWAY = b"""<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
"""


def web_page(_right: Right) -> Sent:
    """A page with a good status, as a wrong base URL or a login brings it."""
    return Sent((_SIGN_IN,), _PAGE_TYPE)


def bad_gateway(_right: Right) -> Sent:
    """The page of a proxy whose gateway is down."""
    return Sent((_BAD_GATEWAY,), _PAGE_TYPE, 502)


def redirect(_right: Right) -> Sent:
    """Elsewhere on this host, where there is nothing."""
    return Sent((), "", 307, {"location": "/moved/v1/chat/completions"})


def mislabelled(right: Right) -> Sent:
    """The right body with the other form's content type."""
    wrong = "application/json" if right.ask.stream else _PAGE_TYPE
    return replace(right.asked(), content_type=wrong)


def whole_for_stream(right: Right) -> Sent:
    """JSON whatever was asked for."""
    return right.whole()


def stream_for_whole(right: Right) -> Sent:
    """A stream whatever was asked for."""
    return right.stream()


def empty(right: Right) -> Sent:
    """A good status and no body."""
    return replace(right.asked(), pieces=())


def no_choices(right: Right) -> Sent:
    """A stream of ``[DONE]`` alone; whole, a reply without choices."""
    if right.ask.stream:
        return Sent((b"data: [DONE]\n\n",), STREAM_TYPE)
    return as_whole({**build_reply(right.ask, right.answers), "choices": []})
