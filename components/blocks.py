"""Cuts an answer's text into blocks that are drawn once and, but for the last, never again.

A page that redraws a growing text costs the square of its length, in bytes and in the browser's
time. Blocks make it linear, and the same cut serves the finished answer, so that nothing moves when
it is done. An answer of ordinary length is one block of prose between its fenced code blocks.

Code is cut out because prose is then plain enough to be made harmless (see ``prose``): what stands
in a code block is never read as markdown.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

ROOM = 2_000
"""Characters after which prose is cut at the next paragraph that stands on its own."""

LIMIT = 6_000
"""Characters after which any block is cut, in the middle of a line if need be."""

# CommonMark 4.5: up to three spaces, three or more of one character; no backtick behind backticks.
# The line must be whole: what follows could still make it no fence.
_FENCE = re.compile(r" {0,3}(?P<marks>`{3,}(?=[^`\n]*\n)|~{3,})(?P<info>[^\n]*)\n")
# A paragraph before which prose may be cut: not indented, no item of a list, no row of a table.
_FRESH = re.compile(r"(?![-*+] |\d{1,9}[.)] |\|)\S")
_SURE = 12
"""Characters of an unfinished line after which it is sure what kind of line it is."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an answer."""

    text: str
    """As it is drawn; of a code block, without its fences."""

    start: int
    """Where in the answer it begins, the opening fence included."""

    fence: str = ""
    """The marks that opened a code block; empty for prose."""

    language: str | None = None
    continues: bool = False
    """Whether it begins in the middle of a code block that was cut for its length."""


def cut(text: str, known: tuple[Block, ...] = ()) -> tuple[Block, ...]:
    """The blocks of a text. A longer text has the same blocks but for the last.

    ``known``: the blocks of a beginning of this text, which saves cutting them again.
    """
    if not known:
        return tuple(_blocks(text, Block("", start=0)))
    return (*known[:-1], *_blocks(text, known[-1]))


def _blocks(text: str, first: Block) -> Iterator[Block]:
    start, inside = first.start, first if first.continues else None
    while start < len(text):
        opening = None if inside else _FENCE.match(text, start)
        if inside or opening:
            block, start, is_closed = _code(text, start, opening, inside)
            inside = None if is_closed else block
            yield block
        else:
            end = _prose_end(text, start)
            if text[start:end].strip():
                yield Block(text[start:end], start=start)
            start = end


def _code(
    text: str, start: int, opening: re.Match[str] | None, inside: Block | None
) -> tuple[Block, int, bool]:
    """The code block here, where the text goes on, and whether the block was closed."""
    if opening:
        fence, language = opening["marks"], opening["info"].strip().split(" ")[0] or None
    else:
        assert inside is not None
        fence, language = inside.fence, inside.language
    body = opening.end() if opening else start
    end, after = _code_end(text, body, fence)
    block = Block(text[body:end], start, fence, language, continues=opening is None)
    return block, after, after > end or end == len(text)


def _code_end(text: str, body: int, fence: str) -> tuple[int, int]:
    """Where the code ends, and where the text goes on: further when a fence closes it."""
    for line, end in _lines(text, body):
        if _closes(text[line:end], fence):
            return line, end
        if end - body > LIMIT:
            cut_at = line if line > body else body + LIMIT
            return cut_at, cut_at
    return len(text), len(text)


def _closes(line: str, fence: str) -> bool:
    marks = line.strip()
    return len(marks) >= len(fence) and set(marks) == {fence[0]} and line.find(fence[0]) <= 3


def _prose_end(text: str, start: int) -> int:
    after_blank = False
    for line, end in _lines(text, start):
        if line > start and (_FENCE.match(text, line) or end - start > LIMIT):
            return line
        if end - start > LIMIT:
            return _word_end(text, start)
        if after_blank and line - start > ROOM and _is_fresh(text, line, end):
            return line
        after_blank = not text[line:end].strip()
    return len(text)


def _is_fresh(text: str, line: int, end: int) -> bool:
    is_sure = end - line >= _SURE or text[end - 1] == "\n"
    return is_sure and _FRESH.match(text, line) is not None


def _word_end(text: str, start: int) -> int:
    space = text.rfind(" ", start, start + LIMIT)
    return space + 1 if space > start else start + LIMIT


def _lines(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Each line from here as (where it begins, where the next begins)."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield start, end
        start = end
