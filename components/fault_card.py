"""Why an answer did not come, and what to try."""

import streamlit as st

from components import actions
from components.cutting import beginning_and_end
from components.plain import escaped, showable, with_code
from components.resending import remedy_of
from components.setup import Setup
from switchboard.runs import Fault


def fault_card(fault: Fault) -> None:
    """The gateway's refusal or the world's failure, readable, its raw body folded."""
    st.error(fault_words(fault), icon=":material/error:")
    sent_fold(fault.body)


def sent_fold(body: str) -> None:
    """The raw body of an error, folded; nothing where there is none."""
    if body:
        with st.expander("What the gateway sent"):
            # As code: whatever it is, an HTML page too, nothing reads it.
            st.code(beginning_and_end(showable(body)), language=None, wrap_lines=True)


def fault_words(fault: Fault) -> str:
    """What happened, and below it what to try, as markdown."""
    return "\n\n".join(with_code(words) for words in (fault.message, fault.advice) if words)


def resend_button(step_id: str, setup: Setup) -> None:
    """Sends again without what was refused by name; nothing where nothing was."""
    if remedy := remedy_of(step_id, setup):
        st.button(
            escaped(remedy.label),
            type="primary",
            key="talk-resend",
            icon=":material/auto_fix_high:",
            on_click=actions.resend,
            args=(step_id,),
            disabled=bool(setup.blockers),
            help=escaped(" ".join(setup.blockers))
            or "It is remembered for this gateway and model, so that it is not sent again.",
        )


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
