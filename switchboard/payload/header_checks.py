"""What is wrong with headers a person has written (RFC 9110, 5.1 and 5.5)."""

import re
from collections.abc import Iterator, Mapping

from switchboard.problems import Problem

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")

# The key has a field of its own, where it is masked and never saved; the others are what the
# connection itself says of who is asked and where the body ends.
_OURS = {
    "authorization": "The key has a field of its own.",
    "proxy-authorization": "A proxy is set up in the environment.",
    "host": "The gateway's address says it.",
    "content-length": "It is counted when the request is sent.",
    "transfer-encoding": "The connection says it.",
    "connection": "The connection says it.",
}


def header_problems(headers: Mapping[str, str]) -> Iterator[Problem]:
    """Names and values that cannot or must not be sent. No value is ever told: it may be secret."""
    seen: set[str] = set()
    for name, value in headers.items():
        if fault := _fault(name, value, is_again=name.lower() in seen):
            yield Problem(fault, ("extra_headers", name))
        seen.add(name.lower())


def is_reserved(name: str) -> bool:
    """Whether a header of this name is none that a person may add."""
    return name.lower() in _OURS


def _fault(name: str, value: str, *, is_again: bool) -> str:
    told = repr(name[:40])
    if not _NAME.fullmatch(name):
        return f"The header name {told} cannot be sent. Use letters, digits and hyphens."
    if is_reserved(name):
        return f"Remove the extra header {told}. {_OURS[name.lower()]}"
    if is_again:
        return f"The extra header {told} stands there twice. Remove one."
    if not _VALUE.fullmatch(value):
        return f"The extra header {told} has no value, or one with characters other than ASCII."
    return ""
