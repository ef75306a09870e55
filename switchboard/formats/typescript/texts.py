"""Names, values and comments as TypeScript source."""

import json
import re

from switchboard.wire import Json

_IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*\Z")


def value_literal(value: Json) -> str:
    """The value as a literal type: JSON is one."""
    return _visible(json.dumps(value, ensure_ascii=False))


def property_name(key: str) -> str:
    """The key, between quotation marks where it is no identifier."""
    return key if _IDENTIFIER.match(key) else value_literal(key)


def comment(lines: list[str], indent: str) -> list[str]:
    """A JSDoc comment that no text can end early; none of nothing."""
    kept = [_visible(line.rstrip()).replace("*/", r"*\/") for line in lines]
    if not any(kept):
        return []
    if len(kept) == 1:
        # ``/** … /`` would be ended by a text that begins with a slash only after a star.
        return [f"{indent}/** {kept[0]} */"]
    return [f"{indent}/**", *(f"{indent} * {line}".rstrip() for line in kept), f"{indent} */"]


def _visible(text: str) -> str:
    """What can't be seen, line separators and writing direction too, as an escape."""
    return "".join(each if each.isprintable() else _escape(each) for each in text)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]
