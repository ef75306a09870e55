"""A request that was brought in: what it asks, and the Playground that can ask it."""

import streamlit as st

from components import state
from components.address import forget_address
from components.figures import counted
from components.json_editor import replace_text
from components.keeping import present_workspace
from components.plain import escaped
from components.toolset_picker import EDITOR
from switchboard.conversations import Conversation, Entry
from switchboard.documents import to_document
from switchboard.errors import AddressError
from switchboard.formats.requests import RequestReading
from switchboard.gateway import normalise_base_url
from switchboard.settings import Settings


def request_view(request: RequestReading) -> None:
    """What the request holds, and the button that opens it."""
    held = [
        counted(len(request.messages), "message"),
        counted(len(request.entries), "tool"),
        counted(_settings(request), "setting"),
    ]
    model = f" for **{escaped(request.model)}**" if request.model else ""
    st.markdown(f"**A request**{model}: {', '.join(held)}")
    if request.url:
        st.caption(f"It goes to {escaped(request.url)}. Nothing is sent before you ask.")
    if st.button(
        "Open in Playground",
        icon=":material/forum:",
        key="workshop-in-open",
        disabled=not (request.messages or request.entries),
        help="A new conversation; the one there is kept.",
    ):
        _open(request)
        st.switch_page("app.py")


def _settings(request: RequestReading) -> int:
    """How many were set; whether the answer streams is none that a person would count."""
    unset = to_document(Settings(stream=request.settings.stream))
    return sum(unset.get(name) != value for name, value in to_document(request.settings).items())


def _open(request: RequestReading) -> None:
    there = present_workspace().conversation
    state.begin(_conversation(request, there))
    forget_address()
    replace_text(EDITOR)


def _conversation(request: RequestReading, there: Conversation) -> Conversation:
    """A new one; the gateway is the Playground's where the request names none."""
    first, *rest = [*request.messages, None]
    is_system = first is not None and first.role == "system" and isinstance(first.content, str)
    messages = rest if is_system else [first, *rest]
    return Conversation(
        system=first.text if is_system and first else "",
        entries=tuple(Entry(message) for message in messages if message is not None),
        toolset=request.text if request.entries else "",
        base_url=_base_url(request.url) or there.base_url,
        model=request.model or there.model,
        settings=request.settings,
    )


def _base_url(url: str) -> str:
    try:
        return normalise_base_url(url) if url else ""
    except AddressError:
        return ""
