"""Phrases of a message: what it is about, what it says to write, what it calls a thing."""

import re

from switchboard.offline.clauses import split_clauses
from switchboard.offline.declining import without_declined
from switchboard.offline.words import is_empty

_SAYING = re.compile(
    r"(?:\b(?:saying|that says|says|say|telling (?:him|her|them)"
    r"|with the (?:message|text|body)|reading|that)\b[:,]?"
    r"|内容是|内容为|说[:\uff1a]?|写着|告诉[他她]们?)\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_NAMING = re.compile(
    r"(?:\b(?:with the subject|subject|titled|called|named)\b[:,]?|[主标]题[是为])\s*(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_CONCERNING = re.compile(
    r"\b(?:about|regarding|concerning)\s+(?P<words>.+)|关于(?P<han>[^\uff0c。的]+)",
    re.IGNORECASE | re.DOTALL,
)
# Neither the colon of "9:30" nor that of an address.
_COLON = re.compile(r"(?:(?<!\d):(?!/)|\uff1a)\s*(?P<words>.+)", re.DOTALL)
_ABOUT = re.compile(
    r"\b(?:about|regarding|concerning|related to|on the topic of|for|on|of|to)\s+(?P<words>.+)",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT_HAN = re.compile(
    r"(?:关于|搜索|查找|查询|搜一下|查一下)\s*"
    r"(?P<words>[^\uff0c。\uff1f\uff01?!]+)"
)
_OPENING = re.compile(
    r"^(?:please|can you|could you|would you|i want to|i need to|i'd like to|help me|let's|hey|hi"
    r"|请|帮我|麻烦)[\s,]*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"^(?:search(?: for)?|find|look up|look for|get|show me|tell me|fetch|give me|translate|send"
    r"|add|create|what(?:'s| is| are)|who(?:'s| is)|where(?:'s| is)|how (?:much|many)(?: is| are)?"
    r")\s+"
    r"(?:the |a |an |me )?",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"^(?:(?:schedule|create|add|put|buy|order|book|make|plan|set up|get|remind me (?:to|of)|note"
    r"|write|and|also)\b|把|安排|创建|添加|加上|加|买|订|预订|提醒我|和|还有)\s*"
    r"(?:(?:a|an|the|some|my|new|event|task|todo|note)\b\s*(?:called\b|named\b)?\s*)*(?:一个|个)?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"^(?:\d[\d.,]*|[一二两三四五六七八九十百]+|an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|a dozen|some)\s*(?:(?:kg|g|ml|l|lb|oz|pieces?|packs?|bottles?|boxes|box|bags?|cups?|litres?"
    r"|liters?|kilos?|grams?|cans?)\b|[个瓶袋盒斤升包只条块杯份公克千]+)?\s*(?:of\b)?\s*",
    re.IGNORECASE,
)
_CIRCUMSTANCE = re.compile(
    r"[加放写记]到|(?:^|\s+)(?:to|on|at|for|in|from|with|into|by|next|this|today|tomorrow|tonight|every)\b"
    r"|[,\uff0c。到在]|\s+\d{4}-\d{2}",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"[\s.。?!,\uff1f\uff01\uff0c]+$")
_LONGEST = 400


def said_words(text: str) -> str | None:
    """What is to be written: after ``saying`` or a colon."""
    match = _SAYING.search(text) or _COLON.search(text) or _NAMING.search(text)
    return _clean(match["words"]) if match else None


def naming_words(text: str) -> str | None:
    """What a thing is to be called, in few words: after ``titled``, ``saying`` or ``about``."""
    match = _NAMING.search(text) or _SAYING.search(text) or _COLON.search(text)
    if match:
        return thing_words(match["words"])
    about = _CONCERNING.search(text)
    return _clean(about["words"] or about["han"]) if about else None


def topic_words(text: str) -> str:
    """What the message is about, without the asking around it."""
    match = _ABOUT_HAN.search(text) or _ABOUT.search(text)
    words = _clean(match["words"]) if match else ""
    return words or _clean(_VERB.sub("", _OPENING.sub("", text.strip()))) or "example"


def thing_words(text: str) -> str | None:
    """The thing a phrase is about: "Add 2 l of milk to my list" is about milk."""
    bare = _OPENING.sub("", text.strip())
    bare = _AMOUNT.sub("", _DOING.sub("", bare))
    return _clean(_CIRCUMSTANCE.split(bare)[0]) or None


def listed_things(text: str) -> list[str]:
    """The things of a list: "Add milk, eggs and bread" lists three; one alone is no list."""
    asked = without_declined(text)
    clauses = [text[start:end] for start, end in split_clauses(asked) if asked[start:end].strip()]
    things = [words for clause in clauses if (words := thing_words(clause))]
    return things if len(things) > 1 else []


def words_after(name: str, text: str) -> str | None:
    """The word after a parameter's own name: ``color red``, ``priority: high``, ``size is 4``."""
    spoken = re.escape(name).replace("_", "[ _-]?")
    match = re.search(
        rf"\b{spoken}\b\s*(?:is|are|=|:|of|to|as|be|should be|named|called)?\s+"
        r"(?:the |a |an )?[\"'“]?([\w./:@+-]+)",
        text,
        re.IGNORECASE,
    )
    return match[1].rstrip(".") if match and not is_empty(match[1]) else None


def _clean(words: str) -> str:
    return _TRAILING.sub("", words).strip().strip("\"'“”‘’「」").strip()[:_LONGEST]
