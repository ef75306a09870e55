"""The parts of the Playground around the conversation itself."""

from dataclasses import replace

import streamlit as st

from components import actions, services, state
from components.branch_list import branch_list
from components.inspector import inspect_step
from components.plain import escaped
from components.setup import Setup
from components.workspace import Workspace
from switchboard.tools import example_toolsets


def head(workspace: Workspace) -> None:
    """The conversation's title row, its branches and its system message."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("##### Conversation", width="stretch")
        st.button(
            "New conversation",
            type="tertiary",
            icon=":material/add:",
            on_click=actions.new_conversation,
        )
    branch_list(workspace)
    _system_message(workspace)


def welcome(workspace: Workspace, setup: Setup) -> None:
    """What to do first, while there is no conversation."""
    if workspace.conversation.entries:
        return
    st.markdown(
        "Ask the model something below. When it calls a tool, you play the tool: "
        "look at the arguments, write the result, and send it back."
    )
    example = _example_of(workspace)
    if example:
        st.button(
            escaped(example),
            icon=":material/play_arrow:",
            key="talk-example",
            on_click=actions.say,
            args=(example,),
            disabled=bool(setup.blockers),
            help=escaped(" ".join(setup.blockers)) or None,
        )


def stop_button() -> None:
    """Ends the answer that is arriving; to be seen only while one does (``look``). Before another
    try it is called Cancel.

    It stands outside the part that draws the answer, whose own widgets wait for its end.
    """
    with st.bottom:
        st.button("Stop", icon=":material/stop_circle:", key="talk-stop", on_click=actions.stop)
        st.button("Cancel", icon=":material/cancel:", key="talk-cancel", on_click=actions.stop)


def inspector_of(workspace: Workspace) -> None:
    """The inspector of the step that was asked for, in a drawer at the right."""
    if workspace.inspecting is None:
        return
    step = services.jobs().step(workspace.inspecting)
    if step is None:
        st.toast("This step is no longer kept.")
        workspace.inspecting = None
        return
    drawer = st.dialog("Inspect", width="large", position="right", on_dismiss=_close_inspector)
    drawer(inspect_step)(step, raw=services.store().received(step.id))


def _close_inspector() -> None:
    actions.inspect(None)


def _system_message(workspace: Workspace) -> None:
    conversation = workspace.conversation
    state.seed("talk-system", conversation.system)
    first_words = " ".join(state.value("talk-system", "").split())[:60]
    with st.expander(f"System message: {escaped(first_words) or 'none'}"):
        system = st.text_area(
            "System message",
            key="talk-system",
            height=100,
            label_visibility="collapsed",
            placeholder="Tells the model how to behave. Empty: not sent.",
        )
    if system != conversation.system:
        workspace.conversation = replace(conversation, system=system)


def _example_of(workspace: Workspace) -> str:
    text = workspace.conversation.toolset
    return next((one.message for one in example_toolsets() if one.text == text), "")
