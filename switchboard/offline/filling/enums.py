"""Which of a parameter's allowed values a message names."""

import re
from collections.abc import Mapping

from switchboard.offline.reading import Finding
from switchboard.offline.words import stem, terms
from switchboard.wire import Json

_SYNONYMS: Mapping[str, str] = {
    "celsius": "celsius centigrade °c 摄氏 摄氏度 metric c",
    "fahrenheit": "fahrenheit °f 华氏 华氏度 imperial f",
    "high": "high urgent important critical 高 紧急 重要",
    "low": "low minor 低",
    "medium": "medium normal 中 普通",
    "asc": "ascending 升序 oldest lowest",
    "desc": "descending 降序 newest latest highest",
    "usd": "dollar dollars usd $ 美元",
    "eur": "euro euros eur € 欧元",
    "gbp": "pound pounds sterling gbp £ 英镑",
    "jpy": "yen jpy 日元",
    "cny": "yuan renminbi cny rmb 人民币",
    "nok": "kroner 挪威克朗",
    "on": "打开 开",
    "off": "关闭 关掉 关",
    "kitchen": "厨房",
    "bedroom": "卧室",
    "living room": "客厅",
    "bathroom": "浴室 卫生间",
    "hall": "走廊 门厅",
    "red": "红",
    "green": "绿",
    "blue": "蓝",
    "yellow": "黄",
    "white": "白",
    "en": "english 英语 英文",
    "zh": "chinese 中文 汉语",
    "fr": "french 法语 法文",
    "de": "german 德语 德文",
    "es": "spanish 西班牙语",
    "ja": "japanese 日语 日文",
}


def named_values(values: list[Json], text: str) -> list[Finding]:
    """The values that the text names, in the order it names them."""
    found = [finding for value in values if (finding := _find_value(value, text)) is not None]
    return sorted(found, key=lambda finding: finding.start)


def _find_value(value: Json, text: str) -> Finding | None:
    """Where the text first says the value, by its own words or another name for it."""
    if not isinstance(value, str) or not value:
        return None
    spoken = value.replace("_", " ").replace("-", " ")
    for words in (value, spoken, *_SYNONYMS.get(spoken.lower(), "").split()):
        start = _find(words, text)
        if start is not None:
            return Finding("choice", value, start, start + len(words), words)
    return _find_by_stems(value, spoken, text)


def _find(words: str, text: str) -> int | None:
    if words.isascii() and words[-1:].isalnum():
        if len(words) == 1:
            return _find_letter(words, text)
        match = re.search(rf"(?<![\w]){re.escape(words)}(?![\w])", text, re.IGNORECASE)
        return match.start() if match else None
    place = text.find(words)
    return place if place >= 0 else None


def _find_letter(letter: str, text: str) -> int | None:
    """A single letter is a value only in capitals, or as a unit: "a" is an article."""
    match = re.search(rf"(?<!\w){letter.upper()}(?!\w)|(?<=\d)\s?{letter}(?!\w)", text)
    return match.start() if match else None


def _find_by_stems(value: Json, spoken: str, text: str) -> Finding | None:
    said = {stem(match[0]): match for match in re.finditer(r"[a-z]+", text.lower())}
    matches = [said.get(word) for word in terms(spoken)]
    if not matches or None in matches:
        return None
    first = min(match.start() for match in matches if match)
    return Finding("choice", value, first, max(m.end() for m in matches if m), spoken)
