"""A JSON text with one member less, and all the rest as the person wrote it."""

from switchboard.problems import JsonPath
from switchboard.tools.places import Places

_SPACE = " \t\r\n"


def without_member(text: str, path: JsonPath) -> str:
    """The text without the member of an object, or of a list, at the path.

    Raises ``KeyError`` where the text has nothing there, or is no JSON.
    """
    places = Places(text)
    holder, span, begin = places.span(path[:-1]), places.span(path), places.begin(path)
    if not path or holder is None or span is None or begin is None:
        raise KeyError(path)
    before = text[holder[0] + 1 : begin].rstrip(_SPACE)
    if before.endswith(","):
        return text[: holder[0] + len(before)] + text[span[1] :]
    after = text[span[1] :].lstrip(_SPACE)
    if after.startswith(","):
        return text[:begin] + after[1:].lstrip(_SPACE)
    return text[: holder[0] + 1] + after
