"""Calls of tools in a conversation that sends no tools."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from switchboard import wire
from switchboard.conversations import Conversation
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
    first = next((entry for entry in conversation.entries if entry.message.calls), None)
    if first:
        says = "There are calls here, but the toolset is empty. Some gateways refuse that."
        repair = Repair("Define the tools that were called", _defined)
        yield ThreadProblem("undefined", first.id, says, repair, blocks=False)


def _defined(conversation: Conversation) -> Conversation:
    """With a definition without parameters for every name that was called."""
    names = [call.name for message in conversation.messages for call in message.calls]
    tools = [{"type": "function", "function": {"name": name}} for name in dict.fromkeys(names)]
    return replace(conversation, toolset=json.dumps(tools, indent=2, ensure_ascii=False))
