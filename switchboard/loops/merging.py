"""One conversation, changed in two places: its turn by a loop, all else by a person."""

from dataclasses import replace

from switchboard.conversations import Conversation


def with_turn_of(surroundings: Conversation, turn: Conversation) -> Conversation:
    """The first, with the messages of the second and what is under way there."""
    return replace(
        surroundings,
        entries=turn.entries,
        drafts=turn.drafts,
        preparations=turn.preparations,
        pause=turn.pause,
        let_go_at=turn.let_go_at,
        run_id=turn.run_id,
        step_id=turn.step_id,
        resent=turn.resent,
    )
