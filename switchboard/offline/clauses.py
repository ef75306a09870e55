"""A message cut into the clauses that may each ask for something."""

import re

from switchboard.offline.reading.marks import find_emails, find_quoted, find_urls

_BREAK = re.compile(
    r"(?<=[?!])\s+|(?<!\bSt)(?<!\bDr)(?<!\bMr)(?<!\be\.g)(?<!\bvs)\.\s+(?=[A-Z\"'“])|[。\uff1f\uff01\uff1b;\n]+"
    r"|,?\s+(?:and then|and also|and|then|also|plus|as well as|after that)\s+|,\s+"
    r"|[\uff0c、]|和(?=[\d一二两三四五六七八九十])|(?:然后|以及|还有|并且|同时|顺便|另外|再)",
    re.IGNORECASE,
)


def split_clauses(text: str) -> list[tuple[int, int]]:
    """Start and end of each clause; nothing is cut inside quotation marks or addresses."""
    whole = [f for find in (find_quoted, find_urls, find_emails) for f in find(text)]
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        if any(f.start < match.end() and match.start() < f.end for f in whole):
            continue
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(text)))
    return [span for span in spans if text[slice(*span)].strip()]
