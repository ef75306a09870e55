"""From a refusal to its remedy: the first reading of its words that would change the request."""

import re
from collections.abc import Iterator

from switchboard.gateway.remedies.applying import apply_remedy
from switchboard.gateway.remedies.naming import refused_field
from switchboard.gateway.remedies.remedy import Remedy, remedy_named
from switchboard.gateway.remedies.rules import RULES
from switchboard.runs import Fault
from switchboard.wire import JsonObject

# 200 and None: an error inside a good reply or stream. 500: llama.cpp's and litellm's refusals.
_STATUSES = frozenset({None, 200, 400, 404, 422, 500})
_KINDS = frozenset({"GatewayRefusal", "StreamFault"})
# Groq finds fault with what the model wrote (groq/groq-typescript#103).
_NOT_OURS = "tool_use_failed"
_OURS = re.compile(
    r"The gateway (?:refused the request \([^)]*\)|answered with an error|broke off with an error)"
    r"(?:: | )"
)


def remedy_for(fault: Fault, request: JsonObject) -> Remedy | None:
    """What to change before sending again, where the refusal names something that can be changed.

    ``None`` for faults of other kinds, and where no change would make another request.
    """
    if fault.kind not in _KINDS or fault.status not in _STATUSES or fault.code == _NOT_OURS:
        return None
    says = _OURS.sub("", fault.message, count=1)
    for field in _fields(says, fault, request):
        remedy = remedy_named(field, says)
        if apply_remedy(request, remedy) != request:
            return remedy
    return None


def _fields(says: str, fault: Fault, request: JsonObject) -> Iterator[str]:
    for rule in RULES:
        if field := rule(says, fault, request):
            yield field
    words = " ".join(each for each in (says, fault.type, fault.code) if each)
    if field := refused_field(words, fault.param, request):
        yield field
