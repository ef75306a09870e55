"""A conversation: its entries, and everything needed to go on with it on another day.

All values; every change gives a new conversation. It is kept as one document, so a reload, another
tab or another page finds the system message, the toolset and the settings as they were left.
"""

from switchboard.conversations.branch import Branch
from switchboard.conversations.branching import branched
from switchboard.conversations.conversation import OFFLINE, Conversation
from switchboard.conversations.entry import Entry, new_id
from switchboard.conversations.outcome import Outcome
from switchboard.conversations.preparation import Preparation
from switchboard.conversations.summary import conversation_summary

__all__ = [
    "OFFLINE",
    "Branch",
    "Conversation",
    "Entry",
    "Outcome",
    "Preparation",
    "branched",
    "conversation_summary",
    "new_id",
]
