"""Conversation + tools + settings + profile -> request body.

Only what a person set is sent: presence means intent, and many gateways refuse what they do not
know (OpenAI API reference, ``POST /v1/chat/completions``).
"""

from collections.abc import Sequence
from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.payload.checks import settings_problems
from switchboard.payload.extra_body import merged
from switchboard.payload.fields import setting_fields
from switchboard.payload.left_out import left_out
from switchboard.payload.messages import wire_message, wire_messages
from switchboard.payload.schemas import SentTools, for_dialect
from switchboard.settings import Profile

__all__ = [
    "SentTools",
    "build_request",
    "for_dialect",
    "left_out",
    "settings_problems",
    "wire_message",
]


def build_request(
    conversation: Conversation, tools: Sequence[wire.FunctionTool], *, profile: Profile
) -> wire.ChatRequest:
    """The body of ``POST /v1/chat/completions``. Settings the profile refuses are left out, and
    the person's own JSON is merged in last: a field that is ``null`` there is not sent."""
    body: wire.JsonObject = {
        "model": conversation.model,
        "messages": cast(wire.Json, wire_messages(conversation, profile)),
    }
    offered = for_dialect(tools, profile).tools
    if offered:
        body["tools"] = cast(wire.Json, [*offered])
    body |= setting_fields(conversation.settings, offered, profile)
    return cast(wire.ChatRequest, merged(body, conversation.settings.extra_body))
