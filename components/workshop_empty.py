"""What to do with an empty toolset."""

import streamlit as st

from components.workshop_opening import open_example
from switchboard.tools import example_toolsets


def ways_to_begin() -> None:
    """An example to start from, and where else tools come from."""
    st.markdown("**No tools yet**")
    st.markdown(
        "Write one in the editor, where Ctrl+Space offers what can stand there, or **Build** one "
        "without writing JSON."
    )
    st.markdown("Bring in what you have: **Bring tools in**, below.")
    st.markdown("Or start from an example:")
    with st.container(horizontal=True, gap="small", key="workshop-examples"):
        for example in example_toolsets():
            st.button(
                example.name,
                key=f"workshop-example-{example.name}",
                help=example.description,
                on_click=_open,
                args=(example.name,),
            )


def _open(name: str) -> None:
    open_example(name)
