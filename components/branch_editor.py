"""A call that was answered, changed in its card: what is sent from there is a branch."""

import streamlit as st

from components import branching, editing, state
from components.branching import Change


def branch_button(change: Change, *, is_disabled: bool) -> None:
    """Opens the editor."""
    st.button(
        "Change and branch",
        type="tertiary",
        icon=":material/alt_route:",
        key=change.field("open"),
        help="Runs the turn again from here with other arguments or another result, as a "
        "conversation of its own. This one stays as it is.",
        disabled=is_disabled,
        on_click=branching.change,
        args=(change,),
    )


def branch_editor(change: Change) -> None:
    """The call's arguments and its result, to be written anew."""
    _field(change, "Arguments", change.arguments)
    _field(change, "Result", change.result)
    with st.container(horizontal=True):
        st.button(
            "Run as a branch",
            type="primary",
            icon=":material/alt_route:",
            key=change.field("run"),
            on_click=branching.run_branch,
            args=(change,),
        )
        st.button("Cancel", type="tertiary", key=change.field("off"), on_click=editing.stop_editing)


def _field(change: Change, label: str, text: str) -> None:
    key = change.field(label.lower())
    state.seed(key, text)
    # Its name is unlike that of the editors of pending results.
    st.text_area(f"{label} in the branch", key=key, height="content")
