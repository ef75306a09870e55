"""The one door to session state: a workspace per browser tab, and the seeds of widgets."""

from dataclasses import dataclass, field
from typing import TypeVar, cast

import streamlit as st

from components.errands import Errands
from components.origin import Origin
from switchboard.conversations import Conversation, Entry
from switchboard.gateway import ApiKey
from switchboard.jobs import Job
from switchboard.messages import Part

T = TypeVar("T")

WINDOW = 10
"""How many entries of a conversation are drawn before "Show earlier"."""

PER_CONVERSATION = "talk-"
"""Keys of widgets that another conversation seeds afresh."""

PER_TOOLSET = "workshop-"
"""Keys of widgets that another toolset in the workshop seeds afresh."""


@dataclass(frozen=True, slots=True)
class Insertion:
    """A message that is being written between others."""

    entry: Entry
    """Not of the conversation yet."""

    beside: str | None
    """The entry next to it; ``None``: it will be the last."""

    is_above: bool = False


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

    typed_address: str | None = None
    """The text of another address than the known ones, as typed."""

    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Model lists of gateways that were asked, by base URL."""

    model_failures: dict[str, str] = field(default_factory=dict)
    """Why a gateway gave no model list, by base URL."""

    generation: int = 0
    """How often this tab has turned to a conversation before."""

    job: Job | None = None
    """The answer that is arriving, as of this drawing."""

    parts: tuple[int, ...] = (0,)
    """At which entry each part of the conversation begins; the last can be drawn again alone."""

    surroundings: object = None
    """What the page last showed around the latest part."""

    is_page_run: bool = False
    """Whether all of the page is being drawn."""

    shown: int = WINDOW
    editing: str | None = None
    """The entry whose message is being edited."""

    inserting: Insertion | None = None
    """What is being edited, when it is no message of the conversation yet."""

    attached: tuple[Part, ...] = ()
    """What goes with the next message: images by address, and files of one that was held back."""

    held: str | None = None
    """The text of a message that was held back, because a file of it was refused."""

    inspecting: str | None = None
    """The step whose inspector is open."""

    put_aside: str | None = None
    """The toolset that an example took the place of."""

    origin: Origin | None = None
    """The saved toolset that the conversation's was taken from."""

    told_of_toolset: str = ""
    """What the last try to save or open a toolset had to tell."""

    notice: str = ""
    """What the last action had to tell; the next one clears it."""


@dataclass(frozen=True, slots=True)
class Former:
    """What the workshop held before something other than typing changed it."""

    said: str
    """What changed it, as a person would say it: "Make strict"."""

    text: str
    toolset_id: str | None
    name: str
    kept_text: str
    seen: str
    generation: int


@dataclass
class Workshop:
    """What one browser tab remembers of the Tools page."""

    text: str = ""
    """The toolset as it stands in the editor."""

    kept_text: str = ""
    """The text as it was last saved, or as it was opened."""

    toolset_id: str | None = None
    """Which saved toolset this is; ``None``: none yet."""

    name: str = ""
    seen: str = ""
    """The hash of the newest version when it was last looked at."""

    version: str = ""
    """The hash of the version that was opened, where it is an old one."""

    chosen: int = 0
    """Which tool is looked at, by its place in the toolset."""

    former: tuple[Former, ...] = ()
    """What Undo brings back, the latest last."""

    undone: tuple[Former, ...] = ()
    """What Redo brings back, the latest last."""

    generation: int = 0
    """How often this tab has opened another toolset; for the keys of widgets that belong to one."""

    notice: str = ""
    """What the last action had to tell; the next one clears it."""

    deleted: tuple[str, str] | None = None
    """Id and name of the toolset that was deleted just now."""

    errands: Errands = field(default_factory=Errands)

    @property
    def is_changed(self) -> bool:
        """Whether the text is kept nowhere else."""
        return self.text != self.kept_text

    def as_former(self, said: str) -> Former:
        """What it holds, before that is done."""
        return Former(
            said=said,
            text=self.text,
            toolset_id=self.toolset_id,
            name=self.name,
            kept_text=self.kept_text,
            seen=self.seen,
            generation=self.generation,
        )


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
