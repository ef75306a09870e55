"""Branches as they are called on the screen."""

from components.plain import escaped
from switchboard.summaries import ConversationSummary, Ending

ROOT = "Where it began"

_ENDINGS: dict[Ending, str] = {
    "answered": "answered",
    "results": "waits for results",
    "unanswered": "no answer yet",
    "failed": "broken off",
    "stopped": "stopped by you",
    "interrupted": "interrupted",
    "empty": "nothing was said",
}


def branch_name(said: str) -> str:
    """A branch by what was changed, as markdown; without that, where it all began."""
    return escaped(said[:1].upper() + said[1:]) or ROOT


def ending_words(summary: ConversationSummary) -> str:
    """How it ended, as markdown."""
    words = f": “{summary.last_words}”" if summary.last_words else ""
    return escaped(f"{_ENDINGS[summary.ending]}{words}")
