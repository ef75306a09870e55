"""The one door to session state: a workspace per browser tab, and the seeds of widgets."""

from dataclasses import dataclass, field
from typing import TypeVar, cast

import streamlit as st

from switchboard.conversations import Conversation
from switchboard.gateway import ApiKey

T = TypeVar("T")

WINDOW = 24
"""How many entries of a conversation are drawn before "Show earlier"."""


@dataclass
class Workspace:
    """What one browser tab remembers."""

    conversation: Conversation
    kept: Conversation
    """The conversation as it was last saved, or as it began."""

    revision: int = 0
    """Of the saved conversation; 0 when it has never been saved."""

    typed_keys: dict[str, ApiKey] = field(default_factory=dict)
    """Keys typed in this tab, by base URL. Never saved."""

    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Model lists of gateways that were asked, by base URL."""

    failures: dict[str, str] = field(default_factory=dict)
    """Why a gateway's model list failed, by base URL."""

    shown: int = WINDOW
    editing: str | None = None
    """The entry whose message is being edited."""

    inspecting: str | None = None
    """The step whose inspector is open."""

    notice: str = ""
    """A sentence for the next drawing of the page."""


def workspace() -> Workspace | None:
    """This tab's workspace, if it has begun."""
    return cast("Workspace | None", st.session_state.get("workspace"))


def begin(conversation: Conversation, *, revision: int = 0) -> Workspace:
    """Makes this conversation the tab's, keeping the keys and lists it already has."""
    old = workspace()
    new = Workspace(conversation, kept=conversation, revision=revision)
    if old:
        new.typed_keys, new.models, new.failures = old.typed_keys, old.models, old.failures
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


def forget(prefix: str) -> None:
    """Lets widgets whose key begins so be seeded afresh."""
    for key in [key for key in st.session_state if str(key).startswith(prefix)]:
        del st.session_state[key]


def let_others_in() -> None:
    """A moment at which Streamlit may end this script run, because a widget was used."""
    _ = "workspace" in st.session_state
