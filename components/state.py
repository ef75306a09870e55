"""The one door to session state: a tab's workspace and workshop, and the seeds of widgets."""

from typing import TypeVar, cast

import streamlit as st

from components.workshop import Workshop
from components.workspace import Workspace
from switchboard.conversations import Conversation

T = TypeVar("T")

PER_CONVERSATION = "talk-"
"""Keys of widgets that another conversation seeds afresh."""

PER_TOOLSET = "workshop-"
"""Keys of widgets that another toolset in the workshop seeds afresh."""


def workshop() -> Workshop | None:
    """This tab's workshop; ``None`` before the Tools page, or a way to it, was first used."""
    return cast(Workshop | None, st.session_state.get("workshop"))


def begin_workshop(new: Workshop) -> Workshop:
    """Makes this the tab's workshop. Call before any widget of it."""
    forget(PER_TOOLSET)
    st.session_state["workshop"] = new
    return new


def workspace() -> Workspace:
    """This tab's workspace. Raises ``KeyError`` before ``begin``."""
    return cast(Workspace, st.session_state["workspace"])


def has_begun() -> bool:
    """Whether this tab has a workspace."""
    return "workspace" in st.session_state


def begin(conversation: Conversation, *, revision: int = 0) -> Workspace:
    """Makes this conversation the tab's; keys and model lists stay. Call before any widget."""
    new = Workspace(conversation, kept=conversation, revision=revision)
    if has_begun():
        old = workspace()
        new.typed_keys, new.models = old.typed_keys, old.models
        new.model_failures, new.put_aside = old.model_failures, old.put_aside
        new.generation = old.generation + 1
        if old.conversation.toolset == conversation.toolset:
            new.origin = old.origin
    forget(PER_CONVERSATION)
    st.session_state["workspace"] = new
    return new


def seed(key: str, value: object) -> None:
    """Gives a widget its value the first time it is drawn on this visit of the page."""
    if key not in st.session_state:
        st.session_state[key] = value


def plant(key: str, value: object) -> None:
    """Gives a widget a new value; call it before the widget is drawn in this run."""
    st.session_state[key] = value


def value(key: str, default: T) -> T:
    """What a widget holds; for callbacks, which run before the widget is drawn."""
    return cast(T, st.session_state.get(key, default))


def forget(start: str) -> None:
    """Drops everything whose key starts so."""
    for key in [key for key in st.session_state if str(key).startswith(start)]:
        del st.session_state[key]


def let_others_in() -> None:
    """A moment at which Streamlit may end this script run, because a widget was used."""
    _ = "workspace" in st.session_state
