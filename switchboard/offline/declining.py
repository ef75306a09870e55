"""What a message says it does not want: "I don't need a flight", 不用查天气."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from switchboard.offline.reading.marks import find_quoted

Span = tuple[int, int]

_WANTING = (
    r"(?:really |actually |even |currently )?(?:want|need|require|care|ask|look|wish|plan)\w*\b"
)
_DOING = (
    r"(?:book|send|e-?mail|call|check|search|find|look|get|give|show|tell|buy|order|add|create"
    r"|make|schedule|set|turn|switch|convert|calculate|fetch|play|use|translate|delete|remove)\b"
)
_DECLINE = re.compile(
    rf"\b(?:(?:do|does|did|wo|would)n['’]?t|(?:do|does|did|will|would) not|never|no longer)"
    rf"\s(?:think (?:that )?(?:I|we) )?(?:{_WANTING}|{_DOING})"
    r"|\bneed ?n['’]?t\b|\bno need\b|\bwithout\b|\binstead of\b|\brather than\b"
    r"|\bnever ?mind the\b|\bforget (?:about )?the\b"
    r"|(?<!why )(?<!or )(?<!if )\bnot\s(?=(?:in|for|about|from|at|the|an?|interested|asking"
    r"|looking|going to)\b)"
    r"|,\snot\s(?=[A-Z])",
    re.IGNORECASE,
)
# 用不用 and its like ask whether.
_DECLINE_HAN = re.compile(
    r"(?<!需)不需要|(?<!用)不用(?!谢)|(?<!要)不要|(?<!想)不想|无需|不必"
    r"|(?<![特级分区个性告辨派差类])别(?![的人名处墅致忘])"
)
# A thing that is passed on is not the speaker's own wish.
_PASSING_ON = re.compile(
    r"\b(?:saying|says?|telling|tell (?:him|her|them|[A-Z]\w+)|that|titled|called|message|subject"
    r"|body|translate|remind)\b|[:\uff1a]|说|告诉|内容|翻译|提醒",
    re.IGNORECASE,
)
_END = re.compile(
    r"[.!?]\s|[,;\n。\uff01\uff1f\uff0c\uff1b]|\s(?:but|just|only|so|and (?:please|then|just|tell"
    r"|show|check|send|what|how|give|find|book))\b|但|而是|只",
    re.IGNORECASE,
)
# It parts what stands before from what stands behind.
_GAP = "\n"
_START_HAN = re.compile(r"[\uff0c。\uff01\uff1f\uff1b,;\n]")
# "天气不用查了": what is declined stands before.
_NOTHING_MORE = re.compile(r"[查看管订买发找了的吧啦谢\s]{0,4}")


# Every tool looks at the same few clauses.
@lru_cache(maxsize=256)
def declined_spans(text: str) -> tuple[Span, ...]:
    """Start and end of each part that says what is not wanted, in text order, none in another."""
    quoted = [(finding.start, finding.end) for finding in find_quoted(text)]
    passed_on = _PASSING_ON.search(text)
    spans: list[Span] = []
    for span in sorted([*_english(text), *_chinese(text)]):
        is_told = passed_on is not None and passed_on.end() <= span[0]
        if not is_told and not is_within(span, (*quoted, *spans[-1:])):
            spans.append(span)
    return tuple(spans)


def without_declined(text: str) -> str:
    """The text with line ends in place of what is not wanted, so that all else keeps its place."""
    for start, end in declined_spans(text):
        text = f"{text[:start]}{_GAP * (end - start)}{text[end:]}"
    return text


def is_within(span: Span, spans: Iterable[Span]) -> bool:
    """Whether a span begins inside one of the others."""
    return any(start <= span[0] < end for start, end in spans)


def _english(text: str) -> Iterator[Span]:
    for match in _apart(_DECLINE, text):
        yield match.start(), _end(text, match.end())


def _chinese(text: str) -> Iterator[Span]:
    for match in _apart(_DECLINE_HAN, text):
        end = _end(text, match.end())
        start = match.start()
        if _NOTHING_MORE.fullmatch(text[match.end() : end]):
            breaks = [mark.end() for mark in _START_HAN.finditer(text[:start])]
            start = breaks[-1] if breaks else 0
        yield start, end


def _apart(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches, but for those within what an earlier one already declines."""
    match = pattern.search(text)
    while match:
        yield match
        match = pattern.search(text, _end(text, match.end()))


def _end(text: str, place: int) -> int:
    match = _END.search(text, place)
    return match.start() if match else len(text)
