"""A result as a German tool would have given it."""

import re

from switchboard.simulate.faults.german import PHRASES, WORDS
from switchboard.simulate.faults.rewriting import reading_of, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.wire import Json

_KEY_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TEXT_WORD = re.compile(r"[A-Za-z]+")
_DECIMAL = re.compile(r"(?<![\d.])(\d+)\.(\d+)(?![\d.])")
# Dates, addresses, codes: every language writes them alike.
_NO_LANGUAGE = re.compile(r"\S*[\d@/]\S*|")


def wrong_language(scene: Scene) -> Injected:
    """Keys and known words in German, decimals with a comma, ja and nein. A text of unknown words
    is marked; dates, addresses and codes stay."""
    reading = reading_of(scene)
    if not reading.is_json:
        text = f"Auskunft: {_prose(scene.result)}" if scene.result.strip() else "Keine Angabe."
        return Injected(text, "The known words of the text are German.")
    value = _renamed(reading.value)
    if not isinstance(value, dict):
        value = {"ergebnis": value}
    told = "Keys and words are German; decimals have a comma, true and false are ja and nein."
    return Injected(written(scene, value), told)


def _renamed(value: Json) -> Json:
    if isinstance(value, list):
        return [_renamed(item) for item in value]
    if not isinstance(value, dict):
        return _said(value)
    renamed: dict[str, Json] = {}
    for key, item in value.items():
        german = _KEY_WORD.sub(_of_key, key)
        # Two keys of one meaning: the second keeps its own.
        renamed[key if german in renamed or german in value else german] = _renamed(item)
    return renamed


def _of_key(match: re.Match[str]) -> str:
    german = WORDS.get(match[0].lower())
    if german is None:
        return match[0]
    plain = german.replace(" ", "_")
    return plain.capitalize() if match[0][0].isupper() else plain.lower()


def _said(value: Json) -> Json:
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return str(value).replace(".", ",")
    return _text(value) if isinstance(value, str) else value


def _text(text: str) -> str:
    if text.lower() in PHRASES:
        return PHRASES[text.lower()]
    if _NO_LANGUAGE.fullmatch(text):
        return text
    words = _TEXT_WORD.findall(text)
    known = bool(words) and all(word.lower() in WORDS for word in words)
    return _prose(text) if known else f"Angabe: {_prose(text)}"


def _prose(text: str) -> str:
    german = _TEXT_WORD.sub(lambda match: WORDS.get(match[0].lower(), match[0]), text)
    return _DECIMAL.sub(r"\1,\2", german)
