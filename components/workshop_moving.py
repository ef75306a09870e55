"""A toolset's way between the Playground and the Tools page; its text stays what it is."""

from dataclasses import replace

import streamlit as st

from components.json_editor import replace_text
from components.keeping import present_workspace
from components.state import Workshop, Workspace
from components.workshop_opening import open_text
from switchboard.tools import example_toolsets

_IN_PLAYGROUND = "toolset"


def open_in_playground_button(workshop: Workshop) -> None:
    """Makes this text the conversation's toolset and goes there."""
    if st.button("Open in Playground", icon=":material/forum:", key="workshop-play"):
        give_to_playground(present_workspace(), workshop.text)
        st.switch_page("app.py")


def edit_in_tools_button(workspace: Workspace) -> None:
    """Opens the conversation's toolset in the workshop and goes there."""
    if st.button("Edit in Tools", icon=":material/build:", type="tertiary", key="toolset-edit"):
        opened = open_text(workspace.conversation.toolset)
        address = {"toolset": opened.toolset_id} if opened.toolset_id else None
        st.switch_page("pages/tools.py", query_params=address)


def give_to_playground(workspace: Workspace, text: str) -> None:
    """The conversation's toolset becomes this text; its own, if a person wrote it, is put aside."""
    old = workspace.conversation.toolset
    if old == text:
        return
    known = {one.text for one in example_toolsets()} | {""}
    workspace.put_aside = workspace.put_aside if old in known else old
    workspace.conversation = replace(workspace.conversation, toolset=text)
    replace_text(_IN_PLAYGROUND)
