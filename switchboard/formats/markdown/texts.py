"""People's texts inside a document that they must not take apart."""

import json
import re

from switchboard.wire import Json

# An escape, code on one line, ticks that enclose none, what would begin a tag or fetch an image.
_PIECE = re.compile(r"(\\.|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`))|(`+)|<(?=[A-Za-z/!?])|!(?=\[)")
_PIPE = re.compile(r"(\\*)\|")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r"^( {0,3})(#{1,6}(?:\s|$)|=+\s*$|-+\s*$)")
_TICKS = re.compile(r"`+")


def inline_code(text: str) -> str:
    """The text as code, whatever backticks it has."""
    visible = "".join(each if each.isprintable() else json.dumps(each)[1:-1] for each in text)
    longest = max(map(len, _TICKS.findall(visible)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest or not visible.strip() else ""
    return f"{fence}{space}{visible}{space}{fence}"


def cell(text: str) -> str:
    """One cell of a table, on one line."""
    lines = (without_tags(line.strip()) for line in text.strip().splitlines())
    return in_row("<br>".join(lines))


def in_row(text: str) -> str:
    """The text with no pipe that would end its cell: each after an odd number of backslashes."""
    return _PIPE.sub(lambda match: match[0] if len(match[1]) % 2 else rf"{match[1]}\|", text)


def block(text: str) -> str:
    """Paragraphs as they were written: no tags, no headings of their own, no fence left open."""
    lines: list[str] = []
    fence = ""
    for line in text.strip().splitlines():
        mark = _FENCE.match(line)
        if mark and (not fence or line.strip() == fence):
            fence = "" if fence else mark[1]
            lines.append(line)
        else:
            lines.append(line if fence else _HEADING.sub(r"\1\\\2", without_tags(line)))
    return "\n".join([*lines, *([fence] if fence else [])])


def without_tags(line: str) -> str:
    """The line with ``<`` as a character where it would begin a tag, images as links, since a
    description is not to fetch anything, and no tick left open, which would turn the code after it
    inside out."""
    return _PIECE.sub(_harmless, line)


def _harmless(match: re.Match[str]) -> str:
    ticks = r"\`" * len(match[3] or "")
    return match[1] or ticks or ("&lt;" if match[0] == "<" else r"\!")


def json_block(value: Json) -> str:
    """The value as a block of code; JSON has no line of backticks."""
    return f"```json\n{json.dumps(value, indent=2, ensure_ascii=False)}\n```"
