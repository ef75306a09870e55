"""Which field of our request a refusal names.

Shapes, all seen: OpenAI's ``param``; FastAPI's ``loc``; "Unsupported parameter: 'x'";
"Unrecognized request argument supplied: x"; "property 'x' is unsupported" (Groq); "x: Extra inputs
are not permitted"; 'unknown field "x"' (Go); "extraneous key [x]" (Bedrock); 'Unknown name "x"'
(Gemini); "Model m does not support parameter presencePenalty" (xAI).
"""

import re
from collections.abc import Iterator

from switchboard.gateway.remedies.remedy import HERE
from switchboard.gateway.remedies.request_parts import (
    MESSAGE_GROUND,
    functions_of,
    messages_of,
    parts_of,
)
from switchboard.wire import JsonObject

_REFUSES = re.compile(
    r"(?i)unsupported|n[o']t support|not (?:permitted|allowed|available|recogni[sz]ed)|forbidden"
    r"|unrecogni[sz]ed|unknown|unexpected|extraneous|extra (?:inputs|fields|keys)|disallow"
    r"|cannot find field|only (?:the default|allowed)|additional propert|invalid (?:param|argument)"
)
# What follows are the gateway's proposals, not what it refuses.
_PROPOSES = re.compile(
    r"(?i)\b(?:did you mean|please use|use ['\"`]|expected one of|supported values|must be one of)"
)
_NAMED = re.compile(
    r"(?<!role )(['\"`])(?P<quoted>[A-Za-z_][\w.\[\]]*)\1"
    r"|[‘“\[(](?P<wrapped>[A-Za-z_][\w.]*)[’”\])]"
    r"|(?P<path>[A-Za-z_][\w.\[\]]*): (?:Extra|Unknown|Unexpected|Unsupported|Additional)"
    r"|(?:supplied|model|parameters?|arguments?|fields?|keys?):? (?!supplied)(?P<after>[A-Za-z]\w*)"
    r"|(?P<bare>\b[a-z]+(?:_[a-z]+)+\b|\b(?:temperature|logprobs|seed|verbosity)\b)"
)
_ONLY_WITH = re.compile(r"(?i)only allowed (?:when|if|with)")
_ONE_ANSWER = re.compile(
    r"(?i)\bn\b.{0,40}\b(?:must be|at most|equal to|only)\b.{0,12}\b(?:1|one)\b"
)
_WORD = re.compile(r"[A-Za-z_]\w*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WRAPPINGS = frozenset({"body", "request", "params"})


def refused_field(words: str, param: str | None, request: JsonObject) -> str | None:
    """The first field of the request that the refusal names; ``None`` when it names none of ours,
    or only finds fault with a value. Never the model or the messages as a whole. ``HERE`` marks a
    field that is refused only as it stood."""
    refuses = bool(_REFUSES.search(words))
    for name in _names(words, param):
        field = _of_ours(name, request)
        if field and (_is_empty(field, request) or _ONLY_WITH.search(words)):
            return f"{field}{HERE}"
        if field and refuses:
            return field
    answers_once = "n" in request and (_ONE_ANSWER.search(words) or param == "n")
    return "n" if answers_once else None


def _names(words: str, param: str | None) -> Iterator[str]:
    if param:
        yield param
    proposal = _PROPOSES.search(words)
    said = words[: proposal.start()] if proposal else words
    for match in _NAMED.finditer(said):
        yield match[match.lastgroup or 0]


def _of_ours(name: str, request: JsonObject) -> str | None:
    parts = [_HUMP.sub("_", part).lower() for part in _WORD.findall(name)]
    while parts and parts[0] in _WRAPPINGS:
        del parts[0]
    if not parts:
        return None
    root, leaf = parts[0], parts[-1]
    if leaf in ("strict", "detail") and _has_inside(leaf, request):
        return leaf
    if root == "messages":
        return leaf if leaf != root and _is_of_messages(leaf, request) else None
    if root in request:
        return root if root != "model" and (root != "tools" or len(parts) == 1) else None
    return leaf if _is_of_messages(leaf, request) else None


def _is_of_messages(name: str, request: JsonObject) -> bool:
    if name == "tool_calls":
        return any(each.get(name) == [] for each in messages_of(request))
    return name not in MESSAGE_GROUND and any(name in each for each in messages_of(request))


def _has_inside(name: str, request: JsonObject) -> bool:
    if name == "strict":
        return any("strict" in each for each in functions_of(request)) or "strict" in _form(request)
    parts = (part for message in messages_of(request) for part in parts_of(message))
    images = (part.get("image_url") for part in parts)
    return any(isinstance(image, dict) and "detail" in image for image in images)


def _form(request: JsonObject) -> JsonObject:
    form = request.get("response_format")
    inner = form.get("json_schema") if isinstance(form, dict) else None
    return inner if isinstance(inner, dict) else {}


def _is_empty(field: str, request: JsonObject) -> bool:
    values = [request.get(field), *(each.get(field) for each in messages_of(request))]
    return any(value == [] or value == {} for value in values)
