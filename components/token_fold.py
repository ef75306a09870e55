"""Token probabilities under an answer, folded."""

import streamlit as st

from components import services
from components.token_odds import token_odds
from components.token_view import draw_tokens
from switchboard.conversations import Outcome
from switchboard.messages import Choice


def token_fold(outcome: Outcome, *, key: str) -> None:
    """The tokens of an answer, folded, and only read from their step when they are looked at."""
    if not outcome.has_logprobs:
        return
    fold = st.expander("Token probabilities", key=f"talk-tokens-{key}", on_change="rerun")
    if fold.open:
        with fold:
            choice = _kept(outcome)
            draw_tokens(token_odds((choice.logprobs if choice else None) or {}), key=key)


def choice_tokens(choice: Choice, *, key: str) -> None:
    """The tokens of a choice that is at hand, folded; nothing where it came without them."""
    if not choice.logprobs:
        return
    fold = st.expander("Token probabilities", key=f"tokens-fold-{key}", on_change="rerun")
    if fold.open:
        with fold:
            draw_tokens(token_odds(choice.logprobs), key=key)


def _kept(outcome: Outcome) -> Choice | None:
    step = services.jobs().step(outcome.step_id)
    choices = step.answer.choices if step else ()
    return choices[outcome.chosen] if outcome.chosen < len(choices) else None
