"""Proper names: capitalised words that the start of the sentence does not explain."""

import re
from collections.abc import Iterator

from switchboard.offline.reading.findings import Finding

_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’&.-]*(?:'s?\b(?=\s[A-Z]))?"
    r"(?:\s(?:(?:of|the|de|van|von|and the)\s)?(?:[A-ZÀ-Þ][\w’&-]*|\d+(?=\s|$|[?.!,])))*"
)
_OPENING_WORDS = """
a an and any are as ask at book buy calculate call can change check compute convert could create
delete describe did do does draw fetch find for generate get give has have hello help hey hi how
i i'd i'm if in is it let list look make may me my next of on one open order please play predict
provide put query read remind retrieve return run schedule search send set should show solve
tell thank thanks the then there this to track translate try turn update use used using was we
were what what's when where which who whose why will with would write yes you your also
determine estimate identify analyze evaluate
"""
_OPENERS = frozenset(_OPENING_WORDS.split())


def find_names(text: str) -> Iterator[Finding]:
    """Names of people, products, companies; an opening verb in capitals is none."""
    for match in _NAME.finditer(text):
        words, start = match[0].rstrip(".'"), match.start()
        first = words.split(" ", 1)
        while first[0].lower() in _OPENERS and len(first) == 2:
            start += len(first[0]) + 1
            words = first[1]
            first = words.split(" ", 1)
        if words.lower() not in _OPENERS and words[:1].isupper():
            yield Finding("name", words, start, start + len(words), words)
