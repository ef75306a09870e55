"""Proper names: capitalised words that the start of the sentence does not explain."""

import re
from collections.abc import Iterator

from switchboard.offline.reading.findings import Finding, Kind

_NAME = re.compile(
    r"[A-ZÀ-Þ][\w’&.-]*(?:'s?\b(?=\s[A-Z]))?"
    r"(?:\s(?:(?:of|the|de|van|von|and the)\s)?(?:[A-ZÀ-Þ][\w’&-]*|\d+(?=\s|$|[?.!,])))*"
)
_HAN_NAME = re.compile(
    r"(?:的|给|叫|和|^)([王李张刘陈杨黄赵吴周徐孙朱胡郭何林罗郑梁谢宋唐韩冯邓曹彭][\u4e00-\u9fff]{1,2}?)"
    r"(?=[寄发送到给说在和]|[\uff0c。,.!\uff01\s]|$)"
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
        start, words = _without_openers(match.start(), match[0].rstrip(".'"))
        if words.lower() not in _OPENERS and words[:1].isupper():
            kind: Kind = "opener" if _opens_sentence(text, start, words) else "name"
            yield Finding(kind, words, start, start + len(words), words)


def find_han_names(text: str) -> Iterator[Finding]:
    """Chinese names behind a common surname: 上海的李娜."""
    for match in _HAN_NAME.finditer(text):
        yield Finding("name", match[1], *match.span(1), match[1])


def _without_openers(start: int, words: str) -> tuple[int, str]:
    first, _, rest = words.partition(" ")
    while rest and first.lower() in _OPENERS:
        start += len(first) + 1
        words = rest
        first, _, rest = words.partition(" ")
    return start, words


def _opens_sentence(text: str, start: int, words: str) -> bool:
    """Whether one plain word is capitalised only for where it stands."""
    opening = not text[:start].strip() or text[:start].rstrip()[-1] in ".?!:\n\"'"
    return opening and words.isalpha() and words[1:].islower()
