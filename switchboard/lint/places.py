"""How a message names a place of the parameters."""

from switchboard.problems import JsonPath
from switchboard.tools.quoting import code

_NAMED = ("$defs", "definitions", "dependencies", "dependentSchemas", "patternProperties")


def place(path: JsonPath) -> str:
    """As people name it: ``address.zip``, ``tags[]``; ``the parameters`` for their root."""
    words, rest = "", [*path[1:]]
    while rest:
        part = rest.pop(0)
        if part == "properties" and rest:
            words += f".{rest.pop(0)}"
        elif part == "items" and not (rest and isinstance(rest[0], int)):
            words += "[]"
        else:
            words += f"[{part}]" if isinstance(part, int) else f".{part}"
            words += f".{rest.pop(0)}" if part in _NAMED and rest else ""
    return code(words.lstrip(".")) if words else "the parameters"
