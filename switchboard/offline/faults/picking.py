"""Refusals of one field by name, each in the words of a gateway that has them. A request without
the field gets its answer."""

from collections.abc import Callable
from typing import cast

from switchboard.offline.faults.refusing import json_reply
from switchboard.offline.refusals import Refusal
from switchboard.offline.right import Right
from switchboard.offline.sending import Sent
from switchboard.wire import Json


def refusing(field: str) -> Callable[[Right], Sent]:
    """The fault that refuses this field."""
    status, body = _WORDS[field]

    def spoil(right: Right) -> Sent:
        if field not in right.ask.fields:
            return right.asked()
        return json_reply(status, body)

    return spoil


def _unsupported(field: str, advice: str = "") -> tuple[int, Json]:
    """As the reference says it (evalstate/fast-agent#279, openhab/openhab-addons#21459)."""
    message = f"Unsupported parameter: '{field}' is not supported with this model.{advice}"
    return 400, Refusal(message, param=field, code="unsupported_parameter").body


def _forbidden(*place: str | int) -> tuple[int, Json]:
    """As pydantic says it: Mistral, older vLLM (vllm-project/vllm#10463)."""
    found: Json = {
        "type": "extra_forbidden",
        "loc": cast("list[Json]", ["body", *place]),
        "msg": "Extra inputs are not permitted",
    }
    return 422, {"detail": [found]}


_ONLY_ONE = (
    "Unsupported value: 'temperature' does not support this value with this model. "
    "Only the default (1) value is supported."
)
_ROLE = "'developer' is not one of ['system', 'assistant', 'user', 'function'] - 'messages.0.role'"

_WORDS: dict[str, tuple[int, Json]] = {
    "temperature": (
        400,
        Refusal(_ONLY_ONE, param="temperature", code="unsupported_value").body,
    ),
    "max_tokens": _unsupported("max_tokens", " Use 'max_completion_tokens' instead."),
    "parallel_tool_calls": _unsupported("parallel_tool_calls"),
    "stream_options": _forbidden("stream_options"),
    "strict": _forbidden("tools", 0, "function", "strict"),
    "developer": (400, Refusal(_ROLE).body),
}

REFUSED = tuple(_WORDS)
"""The names of what can be refused; ``strict`` is a tool's, ``developer`` a message's role."""
