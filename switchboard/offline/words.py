"""Words as they are compared: lower case, without endings, Chinese in pairs of characters."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

_PIECE = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_HAN = re.compile(r"[\u3400-\u9fff]")

_EMPTY_WORDS = """
a about after again all also am an and any are as at back be been before but by can could did do
does doing done each either else ever every few for from function had has have he hello help her
here hers hey hi him his how i if in into is it its just know let like lot made make many may me
might mine more most much must my need no not now of off on one only or other our out over own
per please provide put really right same see she should since so some such take tell than thank
thanks that the their them then there these they thing this those through to today too under
until up upon us use used user using value very want was way we well were what when where which
while who whom whose why will with within without would yes yet you your string integer number
example given specific based optional default required return returns parameter argument input
output e g eg s t d ll re ve m
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_EMPTY_HAN_WORDS = """
什么 怎么 么样 怎样 可以 一个 一下 我们 你们 他们 这个 那个 现在 请问
帮我 告诉 诉我 今天 明天 昨天 是多 多少 的是 有没 没有 如何 如果 指定
给定 用于 获取 返回 当前 参数
"""
_EMPTY_HAN = frozenset(_EMPTY_HAN_WORDS.split())


# The same tools come with every request of a conversation.
@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[str, ...]:
    """The words of a text that mean something, in order."""
    return tuple(term for term in _pieces(text) if term not in _EMPTY and term not in _EMPTY_HAN)


def _pieces(text: str) -> Iterator[str]:
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", text))
    spoken = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    for piece in _PIECE.findall(spoken):
        if piece[0] >= "\u3400":
            yield from (piece[i : i + 2] for i in range(len(piece) - 1))
        elif piece not in _EMPTY:
            yield stem(piece)


def is_empty(word: str) -> bool:
    """Whether a word means nothing to a tool: an article, a preposition, an auxiliary."""
    return word.lower() in _EMPTY


def stem(word: str) -> str:
    """The word without its English ending, so that ``prices`` and ``pricing`` meet."""
    for ending, least in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e") if len(word) > 4 else word


def is_chinese(text: str) -> bool:
    """Whether a text has Chinese characters in it."""
    return bool(_HAN.search(text))


def is_mostly_chinese(text: str) -> bool:
    """Whether Chinese characters carry the text; one of them says as much as two letters."""
    han = len(_HAN.findall(text))
    return han > 0 and 2 * han >= sum(
        character.isascii() and character.isalpha() for character in text
    )


_ENDINGS: Mapping[str, int] = {
    "ations": 4,
    "ation": 4,
    "ating": 4,
    "ators": 4,
    "ator": 4,
    "ions": 4,
    "ion": 4,
    "ings": 3,
    "ing": 3,
    "ied": 3,
    "ies": 3,
    "ates": 4,
    "ated": 4,
    "ate": 4,
    "ers": 4,
    "er": 4,
    "ed": 3,
    "es": 3,
    "s": 3,
    "y": 3,
    "e": 4,
}
