"""Calls of tools in a conversation that sends no tools."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.messages import Message
from switchboard.thread.problems import Repair, ThreadProblem


def undefined_problems(
    conversation: Conversation, tools: Sequence[wire.FunctionTool]
) -> Iterator[ThreadProblem]:
    """One problem, at the first call, where no tools would be sent.

    ``tools`` itself is then left out, never sent empty: an empty list is refused
    (vllm-project/vllm#39780).
    """
    if tools or conversation.toolset.strip() not in ("", "[]"):
        return
    first = next((entry for entry in conversation.entries if _names((entry.message,))), None)
    if first:
        says = "There are calls here, but the toolset is empty. Some gateways refuse that."
        repair = Repair("Define the tools that were called", _defined)
        yield ThreadProblem("undefined", first.id, says, repair, blocks=False)


def _defined(conversation: Conversation) -> Conversation:
    """With a definition without parameters for every name that was called."""
    names = dict.fromkeys(_names(conversation.messages))
    tools = [{"type": "function", "function": {"name": name}} for name in names]
    return replace(conversation, toolset=json.dumps(tools, indent=2, ensure_ascii=False))


def _names(messages: Sequence[Message]) -> list[str]:
    """What was called, but for calls without a name."""
    return [call.name for message in messages for call in message.calls if call.name.strip()]
