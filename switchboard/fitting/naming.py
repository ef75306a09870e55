"""What to call a place of a definition in a sentence."""

from switchboard.problems import JsonPath
from switchboard.tools.quoting import code

_DEFINITIONS = ("$defs", "definitions")


def named(path: JsonPath) -> str:
    """``\\`unit\\```, ``the entries of \\`tags\\```, ``the parameters``."""
    if len(path) <= 1:
        return "the parameters" if path == ("parameters",) else "the tool"
    *outer, holder, last = path
    if holder in ("properties", *_DEFINITIONS):
        return code(str(last))
    if holder in ("anyOf", "oneOf", "allOf"):
        return f"alternative {int(last) + 1} of {named(tuple(outer))}"
    owner = named((*outer, holder))
    return f"the entries of {owner}" if last == "items" else f"{code(str(last))} of {owner}"


def pointer(path: JsonPath) -> str:
    """The path as a JSON pointer in a fragment (RFC 6901, not percent-encoded)."""
    steps = (str(part).replace("~", "~0").replace("/", "~1") for part in path)
    return "#" + "".join(f"/{step}" for step in steps)
