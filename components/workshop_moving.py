"""A toolset's way from the Tools page to the Playground; its text stays what it is."""

import streamlit as st

from components.keeping import present_workspace
from components.origin import Origin
from components.toolset_picker import take_text
from components.workshop import Workshop


def open_in_playground_button(workshop: Workshop) -> None:
    """Makes this text the conversation's toolset and goes there."""
    if not st.button("Open in Playground", icon=":material/forum:", key="workshop-play"):
        return
    saved = workshop.toolset_id and Origin(workshop.toolset_id, workshop.seen)
    take_text(present_workspace(), workshop.text, origin=saved or None)
    st.switch_page("app.py")
