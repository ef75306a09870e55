"""The turn that is run again and again."""

from dataclasses import replace

from switchboard.automation import Automation
from switchboard.conversations import Conversation, Entry, new_id
from switchboard.runs import StepStatus

MOST_ROUNDS = 6
"""Requests of one turn: enough to try again, and cheap where a model does nothing else."""


def reason_against(conversation: Conversation) -> str:
    """Why the last turn can't be swept, as a sentence; empty where it can."""
    if not conversation.entries:
        return "Ask something for which the model calls a tool; then its turn can be swept."
    if not is_final(conversation):
        return "The last turn is not over: a sweep runs a finished turn again."
    if _question(conversation) is None:
        return "The last turn has no message of yours to begin with."
    if not tools_called(conversation):
        return "The model called no tool in the last turn, so there is no result to put a fault in."
    return ""


def is_final(conversation: Conversation) -> bool:
    """Whether the last word is an answer of the model that came whole and calls nothing."""
    last = conversation.entries[-1] if conversation.entries else None
    if last is None or last.message.role != "assistant" or last.message.calls:
        return False
    came_whole = last.outcome is None or last.outcome.status is StepStatus.FINISHED
    return came_whole and conversation.step_id is None


def tools_called(conversation: Conversation) -> tuple[str, ...]:
    """The tools that were called in the last turn, by name, each once, in order."""
    turn = conversation.entries[conversation.turn_start :]
    return tuple(dict.fromkeys(call.name for entry in turn for call in entry.message.calls))


def begun_again(conversation: Conversation) -> Conversation:
    """A new conversation as it stood when the last turn had been asked, to go on by itself."""
    question = _question(conversation)
    again = conversation.up_to(question.id) if question else conversation
    automation = Automation(mode="all", most_rounds=MOST_ROUNDS)
    return replace(again, id=new_id(), branch=None, automation=automation)


def _question(conversation: Conversation) -> Entry | None:
    entry = conversation.entries[conversation.turn_start]
    return entry if entry.message.role == "user" else None
