"""What a question takes from the conversation before it."""

import re

from switchboard.offline.asking import Ask
from switchboard.offline.filling import Scene
from switchboard.offline.thread import earlier_calls, last_question, previous_question
from switchboard.offline.wishes import Wish
from switchboard.wire import JsonObject

_POINTING_BACK = re.compile(
    r"\b(?:there(?! (?:is|are|was|were|a|an|any)\b)|that (?:city|place|day|date))\b"
    r"|那里|那边|那儿|当地",
    re.IGNORECASE,
)


def last_called(ask: Ask) -> list[str]:
    """The functions that were called last, in order."""
    made = earlier_calls(ask.messages)
    return [call.name for call in made[0]] if made else []


def set_scenes(ask: Ask, wish: Wish) -> list[Scene]:
    """One scene for a question; for a follow-up one for each of the calls that it changes."""
    whole = _whole(ask)
    made: list[list[JsonObject]] = [
        [call.arguments for call in calls if call.name == wish.tool.name]
        for calls in earlier_calls(ask.messages)
    ]
    nothing: list[JsonObject] = [{}]
    same = next((arguments for arguments in made if arguments), nothing)
    changed = same if wish.is_follow_up else same[-1:]
    return [Scene(whole, ask.today, arguments, wish.is_follow_up) for arguments in changed]


def _whole(ask: Ask) -> str:
    """The question, with the one before it where it speaks of "there"."""
    question = last_question(ask.messages)
    if not _POINTING_BACK.search(question):
        return question
    return f"{question}\n{previous_question(ask.messages)}"
