"""The order of roles, as the templates of stricter models want it.

Sources: charmbracelet/crush#279, avante-corp/avante.nvim#2695, FoundationAgents/OpenManus#580.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Content, Message, Part, TextPart
from switchboard.settings import Profile
from switchboard.thread.problems import Repair, ThreadProblem
from switchboard.wire import JsonObject

_SYSTEM = ("system", "developer")
_BRIDGE = "OK."
_REASONING = ("reasoning", "reasoning_content")


def order_problems(conversation: Conversation, profile: Profile) -> Iterator[ThreadProblem]:
    """What gateways of alternating roles may refuse; nothing for others. None of it blocks: what
    a model's template takes is known for sure to its gateway alone."""
    if profile.role_order == "free":
        return
    yield from _late(conversation)
    for first, second in pairwise(conversation.entries):
        if problem := _out_of_turn(first, second):
            yield problem


def last_word_problems(conversation: Conversation) -> Iterator[ThreadProblem]:
    """Of a conversation that is to be sent: the model has nothing to answer."""
    if conversation.entries and not conversation.awaits_answer:
        last = conversation.entries[-1]
        says = "The last word is the model's own: there is nothing to answer."
        repair = Repair("Remove that answer", partial(_without, entry_id=last.id))
        if not last.message.calls:
            yield ThreadProblem("nothing to answer", last.id, says, repair)


def _late(conversation: Conversation) -> Iterator[ThreadProblem]:
    has_begun = False
    for entry in conversation.entries:
        if entry.message.role not in _SYSTEM:
            has_begun = True
        elif has_begun:
            says = (
                f"A {entry.message.role} message in the middle. "
                "Gateways of this kind may take it only first."
            )
            repair = Repair("Move it to the beginning", partial(_first, entry_id=entry.id))
            yield ThreadProblem("late system message", entry.id, says, repair, blocks=False)


def _out_of_turn(first: Entry, second: Entry) -> ThreadProblem | None:
    roles = (first.message.role, second.message.role)
    if roles == ("tool", "user"):
        says = "A user message directly behind a result. Gateways of this kind may refuse it."
        repair = Repair("Put an answer between", partial(_bridged, entry_id=second.id))
        return ThreadProblem("user after result", second.id, says, repair, blocks=False)
    if roles in (("user", "user"), ("assistant", "assistant")) and not first.message.calls:
        says = f"Two {roles[0]} messages in a row. They are sent as one: roles must alternate here."
        repair = Repair("Merge the two", partial(_merged, first=first.id, second=second.id))
        return ThreadProblem("same role twice", second.id, says, repair, blocks=False)
    return None


def _without(conversation: Conversation, *, entry_id: str) -> Conversation:
    return conversation.taken_out(entry_id)


def _first(conversation: Conversation, *, entry_id: str) -> Conversation:
    """Behind the system messages that stand first already."""
    entry = conversation.entry(entry_id)
    rest = conversation.taken_out(entry_id)
    top = next((e for e in rest.entries if e.message.role not in _SYSTEM), None)
    return rest.inserted(entry, beside=top.id if top else None, is_above=True)


def _bridged(conversation: Conversation, *, entry_id: str) -> Conversation:
    bridge = Entry(Message("assistant", _BRIDGE))
    return conversation.inserted(bridge, beside=entry_id, is_above=True)


def _merged(conversation: Conversation, *, first: str, second: str) -> Conversation:
    one, two = conversation.entry(first).message, conversation.entry(second).message
    both = replace(
        one,
        content=_joined(one.content, two.content),
        calls=(*one.calls, *two.calls),
        reasoning=_both(one.reasoning, two.reasoning),
        refusal=_both(one.refusal, two.refusal),
        extra={**one.extra, **two.extra, **_reasoning_of_both(one.extra, two.extra)},
    )
    return conversation.replaced(first, both).taken_out(second)


def _both(one: str | None, two: str | None) -> str | None:
    return two if one is None else one if two is None else f"{one}\n\n{two}"


def _reasoning_of_both(one: JsonObject, two: JsonObject) -> JsonObject:
    """Reasoning under the gateway's own name for it, where both have it."""
    return {
        name: f"{one[name]}\n\n{two[name]}"
        for name in _REASONING
        if isinstance(one.get(name), str) and isinstance(two.get(name), str)
    }


def _joined(one: Content, two: Content) -> Content:
    if one is None or two is None:
        return two if one is None else one
    if isinstance(one, str) and isinstance(two, str):
        return "\n\n".join(text for text in (one, two) if text)
    return (*_parts(one), *_parts(two))


def _parts(content: str | tuple[Part, ...]) -> tuple[Part, ...]:
    if isinstance(content, str):
        return (TextPart(content),) if content else ()
    return content
