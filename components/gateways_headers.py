"""Headers as lines of text."""

from collections.abc import Mapping
from dataclasses import dataclass

from switchboard.gateway.masking import masked_sent_headers
from switchboard.payload.header_checks import header_problems


@dataclass(frozen=True, slots=True)
class TypedHeaders:
    """What was typed."""

    headers: Mapping[str, str]
    problems: tuple[str, ...] = ()
    """Sentences; no value is repeated in them."""


def read_headers(text: str) -> TypedHeaders:
    """The headers of the lines that are not empty, or what is wrong with them."""
    headers: dict[str, str] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        name, colon, value = (part.strip() for part in line.partition(":"))
        if name and colon and name not in headers:
            headers[name] = value
        elif line.strip():
            problems.append(f"Line {number} is no header of its own. Write `Name: value`.")
    wrong = {str(problem.path[-1]): problem.message for problem in header_problems(headers)}
    # One word per header: that Authorization is not for here is all there is to say of it.
    keys = {name: _told(name) for name, value in headers.items() if _holds_key(name, value)}
    problems += (keys | wrong).values()
    return TypedHeaders(headers, tuple(problems))


def _holds_key(name: str, value: str) -> bool:
    return masked_sent_headers({name: value})[name] != value


def _told(name: str) -> str:
    return f"The header {name[:40]!r} looks as if it held a key, and keys are never saved."
