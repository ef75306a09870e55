"""Why an answer did not come, and what to try."""

import streamlit as st

from components import actions
from components.plain import escaped, showable, with_code
from switchboard.runs import Fault


def fault_card(fault: Fault, *, blockers: tuple[str, ...], can_try_again: bool) -> None:
    """The gateway's refusal or the world's failure, readable, its raw body folded."""
    advice = f"\n\n{with_code(fault.advice)}" if fault.advice else ""
    st.error(f"{with_code(fault.message)}{advice}", icon=":material/error:")
    if fault.body:
        with st.expander("What the gateway sent"):
            st.code(showable(fault.body), language=None, wrap_lines=True)
    if can_try_again:
        try_again_button("Try again", blockers)


def try_again_button(label: str, blockers: tuple[str, ...]) -> None:
    """Sends the conversation as it stands; says why when it can't."""
    st.button(
        label,
        key="talk-try-again",
        icon=":material/refresh:",
        on_click=actions.try_again,
        disabled=bool(blockers),
        help=escaped(" ".join(blockers)) or None,
    )
