"""Arguments as texts of a URL, a header or a cookie. OpenAPI 3.1, "Style Values"; RFC 6570."""

import json
from collections.abc import Iterator
from urllib.parse import quote

from switchboard.formats.openapi.shapes import text_in
from switchboard.wire import Json, JsonObject

_DELIMITERS = {"spaceDelimited": " ", "pipeDelimited": "|", "tabDelimited": "\t"}


def plain_text(value: Json) -> str:
    """A value as it stands in a URL: JSON's words, a text without quotation marks."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def query_pairs(place: JsonObject, value: Json) -> Iterator[tuple[str, str]]:
    """The parameters that one argument makes; an object or a list can make many."""
    name, style = text_in(place.get("name")), text_in(place.get("style"))
    explodes = place.get("explode", style in ("", "form")) is True
    if "content" in place:
        yield name, json.dumps(value, ensure_ascii=False)
    elif isinstance(value, dict) and style == "deepObject":
        yield from ((f"{name}[{key}]", plain_text(item)) for key, item in value.items())
    elif isinstance(value, dict) and explodes:
        yield from ((key, plain_text(item)) for key, item in value.items())
    elif isinstance(value, list) and explodes:
        yield from ((name, plain_text(item)) for item in value)
    else:
        yield name, joined(value, _DELIMITERS.get(style, ","))


def path_text(place: JsonObject, value: Json) -> str:
    """What stands in the place of ``{name}``."""
    style, explodes = text_in(place.get("style")), place.get("explode") is True
    texts = [quote(text, safe="=" if explodes else "") for text in _texts(value, explodes=explodes)]
    if style == "label":
        return "." + (".".join(texts) if explodes else ",".join(texts))
    if style == "matrix":
        return f";{quote(text_in(place.get('name')))}=" + ",".join(texts)
    return ",".join(texts)


def joined(value: Json, delimiter: str = ",", *, explodes: bool = False) -> str:
    """The values of a list, or the names and values of an object, in one text."""
    return delimiter.join(_texts(value, explodes=explodes))


def _texts(value: Json, *, explodes: bool) -> list[str]:
    if isinstance(value, dict) and explodes:
        return [f"{key}={plain_text(item)}" for key, item in value.items()]
    if isinstance(value, dict):
        return [text for key, item in value.items() for text in (key, plain_text(item))]
    return [*map(plain_text, value)] if isinstance(value, list) else [plain_text(value)]
