"""Whether a text is a request: a command of cURL, or the body of one."""

import json

from switchboard.formats.requests.recognition import is_curl

_CONVERSATION = ("messages", "input")
"""Where Chat Completions and Responses have what was said."""


def is_request(text: str, name: str = "") -> bool:
    """Tools alone, even in a body's ``tools``, are none: there is nothing else to open."""
    return is_curl(text, name) or _is_body(text)


def _is_body(text: str) -> bool:
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    try:
        value = json.loads(text.lstrip("\ufeff"))
    except (ValueError, RecursionError):
        return False
    said = [value.get(key) for key in _CONVERSATION]
    return isinstance(said[0], list) or isinstance(said[1], str | list)
