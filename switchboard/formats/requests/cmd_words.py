"""The words of a command line for Windows' ``cmd``, as browsers copy it.

``^`` takes the next character as it is, and joins lines. The program then splits by the rules of
Microsoft's C runtime ("Parsing C command-line arguments"): ``\\"`` and ``""`` inside of quotes are
quotation marks.
"""

import re

_CARET = re.compile(r"\^(\r?\n|.)", re.DOTALL)
_WORD = re.compile(
    r'(?P<slashes>\\+(?="))|(?P<mark>")|(?P<space>[ \t\r\n]+)|(?P<plain>[^\s"\\]+|\\+)'
)
_IS_CMD = re.compile(r'\^"|\^[ \t]*\r?\n')


def is_cmd(text: str) -> bool:
    """Whether the command is written for ``cmd``: carets before quotes or at the ends of lines."""
    return _IS_CMD.search(text) is not None


def cmd_words(text: str) -> tuple[str, ...]:
    """The words of the command in the text."""
    text = _CARET.sub(_without_caret, text)
    words: list[str] = []
    word: str | None = None
    is_quoted = False
    at = 0
    while match := _WORD.match(text, at):
        at = match.end()
        if match["mark"]:
            is_doubled = is_quoted and text[at : at + 1] == '"'
            word = (word or "") + ('"' if is_doubled else "")
            is_quoted, at = (True, at + 1) if is_doubled else (not is_quoted, at)
        elif match["slashes"]:
            count = len(match["slashes"])
            word = (word or "") + "\\" * (count // 2) + ('"' if count % 2 else "")
            at += count % 2
        elif match["space"] and not is_quoted:
            words += [] if word is None else [word]
            word = None
        else:
            word = (word or "") + match[0]
    return (*words, *([] if word is None else [word]))


def _without_caret(match: re.Match[str]) -> str:
    # A caret at the end of a line joins it to the next; Chrome writes a line break as `^`, an
    # empty line, and again `^`.
    return "" if match[1].endswith("\n") else match[1]
