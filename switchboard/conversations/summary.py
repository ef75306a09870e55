"""A conversation as one line among its branches."""

from datetime import datetime

from switchboard.conversations.conversation import Conversation
from switchboard.runs import StepStatus
from switchboard.summaries import ConversationSummary, Ending

_LONGEST = 80

_BROKEN: dict[StepStatus, Ending] = {
    StepStatus.STOPPED: "stopped",
    StepStatus.FAILED: "failed",
    StepStatus.INTERRUPTED: "interrupted",
}


def conversation_summary(conversation: Conversation, updated_at: datetime) -> ConversationSummary:
    """The line; ``updated_at`` is when the conversation last changed."""
    branch = conversation.branch
    return ConversationSummary(
        id=conversation.id,
        parent=branch.parent if branch else None,
        at=branch.at if branch else None,
        said=branch.said if branch else "",
        updated_at=updated_at,
        title=_first_words(_asked(conversation)),
        ending=ending(conversation),
        last_words=_first_words(_answered(conversation)),
    )


def ending(conversation: Conversation) -> Ending:
    """How it ended, or what it waits for."""
    if not conversation.entries:
        return "empty"
    outcome = conversation.entries[-1].outcome
    if outcome and outcome.status in _BROKEN:
        return _BROKEN[outcome.status]
    if conversation.pending_calls:
        return "results"
    return "unanswered" if conversation.awaits_answer else "answered"


def _asked(conversation: Conversation) -> str:
    said = (one.text for one in conversation.messages if one.role == "user")
    return next(said, "")


def _answered(conversation: Conversation) -> str:
    last = conversation.messages[-1] if conversation.entries else None
    return (last.text or last.refusal or "") if last and last.role == "assistant" else ""


def _first_words(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
