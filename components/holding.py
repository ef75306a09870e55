"""What was typed and could not be sent as it was: it waits above the composer."""

import streamlit as st

from components import actions, state
from components.plain import escaped
from components.workspace import Workspace


def held_message(workspace: Workspace, *, reason: str) -> None:
    """Draws the message that waits, with one click to send it; ``reason``: why none can be sent."""
    if workspace.held is None:
        return
    state.seed(actions.HELD, workspace.held)
    workspace.held = st.text_area("Not sent yet", key=actions.HELD, height=80)
    with st.container(horizontal=True):
        st.button(
            "Send without it",
            key="talk-held-send",
            icon=":material/send:",
            help=escaped(reason) or "Without what was refused; the other attachments go with it.",
            disabled=bool(reason),
            on_click=actions.send_held,
        )
        st.button("Discard", type="tertiary", key="talk-held-drop", on_click=actions.drop_held)
