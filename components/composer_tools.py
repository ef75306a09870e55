"""What stands above the line below the conversation: images by address, and other messages."""

import streamlit as st

from components import actions, attaching, editing, state
from components.attached_parts import part_name
from components.attachments import DETAILS, address_problem
from components.loop_settings import loop_settings
from components.plain import escaped
from components.setup import Setup
from components.sweep_drawer import sweep_button
from components.workspace import Workspace
from switchboard.messages import Part

_LONGEST = 40


def composer_tools(workspace: Workspace, setup: Setup) -> None:
    """A row of small buttons, and a chip for each image that goes with the next message."""
    with (
        st.bottom,
        st.container(horizontal=True, vertical_alignment="center", gap="small", key="talk-tools"),
    ):
        _images(workspace, setup)
        st.button(
            "Add a message",
            type="tertiary",
            icon=":material/add_comment:",
            key="talk-add-message",
            help="Of any role, without sending it.",
            on_click=editing.insert,
            args=(None,),
        )
        loop_settings(workspace)
        sweep_button(workspace)
        for index, part in enumerate(workspace.attached):
            _chip(index, part)


def _images(workspace: Workspace, setup: Setup) -> None:
    takes_images = "image_url" in setup.profile.parts
    with st.popover(
        "Images",
        type="tertiary",
        icon=":material/image:",
        disabled=not takes_images,
        help=None if takes_images else "This model takes no images.",
        # Another one after each attachment: the old one would stay open, and cover the composer.
        key=f"talk-images-{len(workspace.attached)}",
    ):
        _address()
        st.segmented_control(
            "Detail",
            DETAILS,
            key=actions.DETAIL,
            help="How closely the model looks at the images of the next message. "
            "Nothing picked: not sent.",
        )
        st.caption("Images from this computer: drag them, or paste them, into the line below.")


def _address() -> None:
    state.seed(attaching.ADDRESS, "")
    text = st.text_input(
        "Image by address", key=attaching.ADDRESS, placeholder="https://example.com/picture.png"
    ).strip()
    problem = address_problem(text) if text else ""
    if problem:
        st.caption(f":red[{escaped(problem)}]")
    st.button(
        "Attach",
        key="talk-attach",
        disabled=not text or bool(problem),
        help="The model's gateway fetches it; this page does not.",
        on_click=attaching.attach,
    )


def _chip(index: int, part: Part) -> None:
    name = part_name(part)
    cut = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    st.button(
        escaped(cut),
        icon=":material/close:",
        key=f"talk-attached-{index}",
        help=f"Sent with the next message; click to leave it out: {escaped(name)}",
        on_click=attaching.detach,
        args=(index,),
    )
