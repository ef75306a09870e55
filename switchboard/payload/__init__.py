"""Conversation + tools + settings + profile -> request body.

Only what a person set is sent: presence means intent, and many gateways refuse what they do not
know (OpenAI API reference, ``POST /v1/chat/completions``).
"""

from collections.abc import Sequence
from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.payload.fields import setting_fields
from switchboard.payload.messages import wire_message, wire_messages
from switchboard.settings import Profile

__all__ = ["build_request", "wire_message"]


def build_request(
    conversation: Conversation, tools: Sequence[wire.FunctionTool], *, profile: Profile
) -> wire.ChatRequest:
    """The body of ``POST /v1/chat/completions``. Settings the profile refuses are left out."""
    body: wire.ChatRequest = {
        "model": conversation.model,
        "messages": wire_messages(conversation, profile),
    }
    if tools:
        body["tools"] = list(tools)
    return cast(wire.ChatRequest, body | setting_fields(conversation.settings, tools, profile))
