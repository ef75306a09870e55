"""The responders of a toolset that never answered anything."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from switchboard.conversations import Conversation
from switchboard.responders import (
    Action,
    ByModel,
    Fixed,
    FromSchema,
    Hand,
    Http,
    Mcp,
    Responder,
    Template,
)
from switchboard.simulate.plans import condition_words, plan_of
from switchboard.tools import Tool

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class ResponderUse:
    """That a responder answered a call."""

    tool: str
    responder: str
    """``Responder.id``: the same for two tools that answer in the same words."""


@dataclass(frozen=True, slots=True)
class UnusedResponder:
    """A responder that answered nothing."""

    tool: str
    position: int
    """Its place in the tool's list, from 1."""

    wording: str
    """What it answers, and when, in a few words."""


def unused_responders(
    conversations: Iterable[Conversation], tools: Sequence[Tool]
) -> list[UnusedResponder]:
    """The responders that no result of these conversations came from, in the toolset's order.

    Not those by hand: that a person wrote a result tells nothing of the list.
    """
    used = {use for conversation in conversations for use in used_responders(conversation)}
    return never_used(used, tools)


def never_used(used: Collection[ResponderUse], tools: Sequence[Tool]) -> list[UnusedResponder]:
    """The responders that are not among these."""
    return [
        UnusedResponder(tool.name, _position(responder), _wording(responder))
        for tool in tools
        for responder in plan_of(tool).plan.responders
        if not isinstance(responder.action, Hand)
        and ResponderUse(tool.name, responder.id) not in used
    ]


def used_responders(conversation: Conversation) -> frozenset[ResponderUse]:
    """Every responder that a result of the conversation came from."""
    answered = (
        (call, conversation.result_of(entry.id, call.id))
        for entry in conversation.entries
        for call in entry.message.calls
    )
    return frozenset(
        ResponderUse(call.name, result.response.responder)
        for call, result in answered
        if result and result.response and result.response.responder
    )


def _position(responder: Responder) -> int:
    """In the list as it is written: one that can't be read counts too."""
    place = responder.path[-1]
    return place + 1 if isinstance(place, int) else 1


def _wording(responder: Responder) -> str:
    words = _cut(_says(responder.action))
    if responder.when is None:
        return words
    return f"{words}, when {condition_words(responder.when)}"


def _says(action: Action) -> str:
    match action:
        case Fixed(result):
            return f"fixed: {result if isinstance(result, str) else _json(result)}"
        case Template(text):
            return f"template: {text}"
        case FromSchema(seed):
            return f"from the schema, seed {seed}"
        case ByModel(model):
            return f"played by {model}"
        case Http(url, method):
            return f"{method} {url}"
        case Mcp(server):
            return f"the MCP server {server}"
    return "by hand"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
