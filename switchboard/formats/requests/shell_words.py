"""The words of a command line for a POSIX shell; nothing of it is run.

``shlex`` knows neither ``$'…'``, which browsers write, nor here-documents. POSIX 2024, Shell
Command Language, 2.2 and 2.7.4; Bash's manual, 3.1.2.4.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?P<skip>\\\r?\n)"
    r"|\$'(?P<ansi>(?:[^'\\]|\\.)*)'"
    r"|'(?P<single>[^']*)'"
    r'|\$?"(?P<double>(?:[^"\\]|\\.)*)"'
    r"|\\(?P<escaped>.)"
    r"|(?P<end>[;|&<>()\n])"
    r"|(?P<space>[ \t\r]+)"
    r"|(?P<plain>[^\s'\"\\;|&<>()$]+|\$)",
    re.DOTALL,
)
_HERE = re.compile(r"<<-?[ \t]*(?P<mark>['\"]?)(?P<word>\w+)(?P=mark)[ \t]*\r?\n")
_IN_DOUBLE = re.compile(r"\\(\r?\n|[$`\"\\])", re.DOTALL)
_IN_ANSI = re.compile(
    r"\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|[0-7]{1,3}|.)", re.DOTALL
)
_ANSI = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}


@dataclass(frozen=True, slots=True)
class Words:
    """A command, split."""

    words: tuple[str, ...]
    here: str | None = None
    """What a here-document gives to its standard input."""

    rest: str = ""
    """What follows the first command."""

    is_open: bool = False
    """Whether a quote is never closed."""


def shell_words(text: str) -> Words:
    """The words of the first command in the text."""
    words: list[str] = []
    word: list[str] = []
    at = 0
    while at < len(text) and (match := _WORD.match(text, at)):
        at = match.end()
        if match["end"] or match["space"]:
            words += ["".join(word)] if word else []
            word = []
            if match["end"] and (words or match["end"] != "\n"):
                return _ended(words, text, match.start())
        elif match["skip"] is None:
            word.append(_said(match))
    words += ["".join(word)] if word else []
    return Words(tuple(words), is_open=at < len(text))


def _ended(words: list[str], text: str, at: int) -> Words:
    """The command that ends there, with its here-document where it has one."""
    opened = _HERE.match(text, at)
    if opened is None:
        return Words(tuple(words), rest=text[at:].strip())
    end = re.compile(rf"^\t*{opened['word']}[ \t]*\r?$", re.MULTILINE)
    closed = end.search(text, opened.end())
    if closed is None:
        return Words(tuple(words), is_open=True)
    here = text[opened.end() : closed.start()].removesuffix("\n")
    return Words(tuple(words), here, text[closed.end() :].strip())


def _said(match: re.Match[str]) -> str:
    if match["ansi"] is not None:
        return _IN_ANSI.sub(_ansi, match["ansi"])
    if match["double"] is not None:
        return _IN_DOUBLE.sub(
            lambda each: each[1] if len(each[1]) == 1 and each[1] != "\n" else "", match["double"]
        )
    return next(part for part in match.group("single", "escaped", "plain") if part is not None)


def _ansi(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number <= 0x10FFFF else ""
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _ANSI.get(code, code)
