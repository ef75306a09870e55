"""What punctuation gives away: addresses, quotations, formulas, codes."""

import re
from collections.abc import Iterator

from switchboard.offline.reading.findings import Finding

_URL = re.compile(
    r"\b(?:https?|ftp)://[^\s<>\"'“”‘’\u3000-\u9fff\uff00-\uffef)]*[^\s<>\"'“”‘’\u3000-\u9fff\uff00-\uffef).,;:!?]",
    re.ASCII | re.I,
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_QUOTED = re.compile(
    r"\"([^\"\n]+)\"|“([^”\n]+)”|「([^」\n]+)」|『([^』\n]+)』|《([^》\n]+)》|‘([^’\n]+)’|`([^`\n]+)`"
    # An apostrophe opens a quotation only after a blank and closes one only before none.
    r"|(?<![\w'])'([^'\n]+(?:'\w[^'\n]*)*)'(?!\w)"
)
_FORMULA = re.compile(r"[-(]*\d[\d.]*(?:\s*(?:[-+*/^×÷]|\*\*)\s*[-(]*\d[\d.]*\)*)+")
_ASKED = re.compile(
    r"(?:what(?:['’]s| is)|how much is|calculate|compute|evaluate|work out|计算|算一下)\s*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"#?\b(?=[A-Z0-9_-]*\d)(?=[A-Z0-9_-]*[A-Z])[A-Z0-9]+(?:[-_][A-Z0-9]+)*\b|#\d+\b")


def find_urls(text: str) -> Iterator[Finding]:
    """Web addresses, without the full stop of their sentence."""
    for match in _URL.finditer(text):
        yield Finding("url", match[0], *match.span(), match[0])


def find_emails(text: str) -> Iterator[Finding]:
    """Mail addresses."""
    for match in _EMAIL.finditer(text):
        yield Finding("email", match[0], *match.span(), match[0])


def find_quoted(text: str) -> Iterator[Finding]:
    """What stands in quotation marks, without them; a text that is one quotation quotes nothing."""
    for match in _QUOTED.finditer(text):
        if len(match[0]) >= len(text.strip()):
            continue
        inner = next(group for group in match.groups() if group is not None)
        yield Finding("quoted", inner, *match.span(), match[0])


def find_formulas(text: str) -> Iterator[Finding]:
    """Sums such as ``12 * (7 + 3)``; a date or a range of years is none but when asked for."""
    for match in _FORMULA.finditer(text):
        bare = re.fullmatch(r"\d{1,4}[-/]\d{1,4}(?:[-/]\d{1,4})?", match[0])
        if not bare or _ASKED.search(text[: match.start()]):
            yield Finding("formula", match[0].strip(), *match.span(), match[0])


def find_codes(text: str) -> Iterator[Finding]:
    """Order numbers and the like: capitals with digits, or a number after ``#``."""
    for match in _CODE.finditer(text):
        yield Finding("code", match[0].removeprefix("#"), *match.span(), match[0])
