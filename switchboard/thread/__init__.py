"""A conversation's own grammar: what gateways refuse in its order, its calls and their results.

Values in, values out. Every problem carries the change that mends it.

Rules: OpenAI's API reference for ``POST /v1/chat/completions`` (each call of an answer is followed
by exactly one result that names it), and what gateways with stricter templates were seen to refuse.
"""

from collections.abc import Sequence

from switchboard import wire
from switchboard.conversations import Conversation
from switchboard.settings import Profile
from switchboard.thread.ids import id_problems
from switchboard.thread.order import last_word_problems, order_problems
from switchboard.thread.problems import Repair, ThreadProblem
from switchboard.thread.results import result_problems
from switchboard.thread.undefined import undefined_problems
from switchboard.thread.writing import writing_problems

__all__ = ["Repair", "ThreadProblem", "all_repaired", "check_thread", "repaired"]

_MOST_REPAIRS = 1000
"""More than any thread needs that a person would mend by one click."""


def check_thread(
    conversation: Conversation,
    profile: Profile,
    *,
    tools: Sequence[wire.FunctionTool] = (),
    is_sent: bool = False,
) -> tuple[ThreadProblem, ...]:
    """Everything to mend, what blocks first, else in the order of the messages.

    The last answer's calls may wait for their results, and the last word may be the model's,
    unless this is the conversation as it would be sent (``is_sent``).
    """
    found = [
        *id_problems(conversation),
        *result_problems(conversation, is_sent=is_sent),
        *order_problems(conversation, profile),
        *writing_problems(conversation, tools),
        *undefined_problems(conversation, tools),
        *(last_word_problems(conversation) if is_sent else ()),
    ]
    places = {entry.id: index for index, entry in enumerate(conversation.entries)}
    return tuple(sorted(found, key=lambda one: (not one.blocks, places[one.entry_id])))


def repaired(conversation: Conversation, problem: ThreadProblem) -> Conversation:
    """With this problem mended; it must have been found in this very conversation."""
    return problem.repair.change(conversation)


def all_repaired(
    conversation: Conversation, profile: Profile, *, tools: Sequence[wire.FunctionTool] = ()
) -> Conversation:
    """With every problem mended, one after the other: a repair may do for two."""
    for _ in range(_MOST_REPAIRS):
        problems = check_thread(conversation, profile, tools=tools)
        if not problems:
            break
        conversation = repaired(conversation, problems[0])
    return conversation
