"""What is wrong with a text that is no JSON, in words for the person who wrote it."""

import re
from json import JSONDecodeError

from switchboard.problems import Problem
from switchboard.tools.brackets import CLOSING, bracket_slip
from switchboard.tools.places import place_of
from switchboard.tools.quoting import code

_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|([\[\]{}])', re.DOTALL)
_WORD = re.compile(r"[^\W\d][\w$-]*")
_JSON_WORDS = {
    "True": "true",
    "False": "false",
    "None": "null",
    "undefined": "null",
    "nil": "null",
    "NULL": "null",
    "TRUE": "true",
    "FALSE": "false",
}
_QUOTES = {"'": "`'`", "`": "A backtick"}
_PLAIN = {"，": ",", "：": ":", "“": '"', "”": '"', "„": '"', "「": '"', "」": '"', "；": ","}
_PLAIN |= {"［": "[", "］": "]", "｛": "{", "｝": "}", "、": ",", "＂": '"', "【": "[", "】": "]"}

_COMPLETE = (
    "The JSON value is complete before this. Remove what follows, or put several tools into one"
    " list: `[ …, … ]`."
)


def syntax_problem(text: str, error: JSONDecodeError) -> Problem:
    """The problem at the first place where the text stops being JSON."""
    offset, sentence = _explain(text, error)
    place = place_of(text, offset)
    return Problem(sentence, line=place.line, column=place.column)


def _explain(text: str, error: JSONDecodeError) -> tuple[int, str]:
    at = error.pos
    if error.msg.startswith("Unterminated string"):
        return at, 'The text that begins here is not closed. Add a `"` at its end.'
    if error.msg.startswith("Invalid control character"):
        return at, r"A line break or tab stands inside a text. Write it as `\n` or `\t`."
    if error.msg.startswith("Invalid \\"):
        return at, _escape_sentence(error.msg)
    if slip := bracket_slip(text, at):
        return slip.at, slip.sentence
    before = text[:at].rstrip()
    if error.msg.startswith("Illegal trailing comma"):
        return at, "There is a comma with nothing after it. Remove the comma."
    if text[at:].strip() == "":
        return _explain_end(text, before)
    if error.msg == "Extra data" and text[at] in ",]}":
        return _after_the_end(text, at)
    return _explain_character(text, error.msg, at=at, before=before)


def _escape_sentence(message: str) -> str:
    if "uXXXX" in message:
        return r"`\u` needs four hexadecimal digits after it, as in `\u00e9`."
    return r"A backslash here begins no known escape. Write `\\` for a backslash."


def _explain_end(text: str, before: str) -> tuple[int, str]:
    opened = _unclosed(before)
    if not before:
        return 0, "There is nothing here. Write a JSON value."
    if not opened:
        return len(before), "The text ends where a value should follow. Complete it."
    place = place_of(text, opened[-1])
    closing = "".join(CLOSING[text[offset]] for offset in reversed(opened))
    return len(before), (
        f"The text ends too early: the `{text[opened[-1]]}` of line {place.line} is not closed."
        f" Add {code(closing, longest=12)} at the end."
    )


def _explain_character(text: str, message: str, *, at: int, before: str) -> tuple[int, str]:
    character = text[at]
    if character in _PLAIN:
        return at, f"`{character}` is not the plain character. Write `{_PLAIN[character]}` instead."
    if text.startswith(("//", "/*", "#"), at):
        return at, "JSON has no comments. Remove it."
    if character in "}]" and before.endswith(","):
        return len(before) - 1, f"There is a comma before the `{character}`. Remove the comma."
    if character == ",":
        return at, "There is a comma where a value should be. Remove one comma."
    if character in _QUOTES:
        return at, f'{_QUOTES[character]} is no quote in JSON. Use double quotes (`"`) instead.'
    if message == "Extra data":
        return at, _COMPLETE
    if message == "Expecting ',' delimiter":
        return at, _between_members(before, character)
    if message == "Expecting ':' delimiter":
        return at, "A colon is missing between a name and its value. Write `:` here."
    return at, _instead_of_value(text, message, at)


def _after_the_end(text: str, at: int) -> tuple[int, str]:
    start = len(text) - len(text.lstrip())
    is_indented = text.rfind("\n", 0, start) < start - 1
    if text[start] == "{" and (text[at] == "," or (text[at] == "]" and is_indented)):
        return start, "Several values need a list around them. Write `[` before this."
    if text[at] == ",":
        return at, _COMPLETE
    return at, f"There is one `{text[at]}` too many. Remove it, or check the brackets before it."


def _between_members(before: str, character: str) -> str:
    opened = _unclosed(before)
    if opened and character in "}]":
        expected = CLOSING[before[opened[-1]]]
        return (
            f"`{character}` closes nothing here. Write `{expected}` first, or check the brackets."
        )
    if opened and before[opened[-1]] == "[" and character == ":":
        return "A list has no names. Use `{ }` around names and values, or remove the name."
    return "A comma is missing before this. Write `,` between two entries."


def _instead_of_value(text: str, message: str, at: int) -> str:
    match = _WORD.match(text, at)
    word = match[0] if match else ""
    if word in _JSON_WORDS and not message.startswith("Expecting property name"):
        return f"`{word}` is not JSON. Write `{_JSON_WORDS[word]}`."
    if word:
        return f'`{word[:40]}` has no quotes. Write `"{word[:40]}"` in double quotes.'
    if message.startswith("Expecting property name"):
        return 'A name in double quotes is expected here, as in `"name": …`.'
    return (
        f"{code(text[at])} begins no JSON value. Write a text in double quotes, a number, `true`,"
        " `false`, `null`, `{ }` or `[ ]`."
    )


def _unclosed(text: str) -> list[int]:
    """Offsets of the brackets that are still open at the end, outermost first."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[1] in CLOSING:
            opened.append(match.start())
        elif match[1] and opened:
            opened.pop()
    return opened
