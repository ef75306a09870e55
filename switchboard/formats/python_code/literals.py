"""Values and texts as Python source that means exactly them."""

import re
from collections.abc import Iterator

from switchboard.wire import Json

_ESCAPE_OR_QUOTE = re.compile(r'\\.|"', re.DOTALL)
_SWAPPED = {"\\'": "'", '"': '\\"'}


def literal(value: Json) -> str:
    """The value as an expression: names no variable, calls no function."""
    if isinstance(value, str):
        return text_literal(value)
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, dict):
        pairs = (f"{text_literal(key)}: {literal(item)}" for key, item in value.items())
        return f"{{{', '.join(pairs)}}}"
    return repr(value)


def text_literal(text: str) -> str:
    """Between double quotes; what can't be seen, writing direction too, as an escape."""
    # repr() takes single quotes for a text with a double one: put one first, then swap.
    body = repr('"' + text)[2:-1]
    return f'"{_ESCAPE_OR_QUOTE.sub(lambda match: _SWAPPED.get(match[0], match[0]), body)}"'


def docstring(text: str, indent: str) -> list[str]:
    """The lines of a docstring that no text can end early."""
    lines = [line.rstrip() for line in text.strip().split("\n")]
    if len(lines) == 1:
        kept = lines[0].rstrip('"')
        closing = '\\"' * (len(lines[0]) - len(kept))
        return [f'{indent}"""{_harmless(kept)}{closing}"""']
    lines = [_harmless(line) for line in lines]
    rest = [f"{indent}{line}".rstrip() for line in lines[1:]]
    return [f'{indent}"""{lines[0]}', *rest, f'{indent}"""']


def _harmless(line: str) -> str:
    shown = "".join(_character(each) for each in line)
    return shown.replace('"""', r"\"\"\"")


def _character(character: str) -> str:
    if character == "\\":
        return r"\\"
    return character if character.isprintable() else repr(character)[1:-1]


def wrapped(opening: str, parts: list[str], closing: str, indent: str = "") -> Iterator[str]:
    """A call on one line where it fits into 100 columns, else with one argument a line."""
    line = f"{indent}{opening}{', '.join(parts)}{closing}"
    if len(line) <= 100 or not parts:
        yield line
        return
    yield f"{indent}{opening}"
    yield from (f"{indent}    {part}," for part in parts)
    yield f"{indent}{closing}"
