"""What one browser tab remembers of the Playground."""

from dataclasses import dataclass, field

from components.origin import Origin
from switchboard.conversations import Conversation, Entry
from switchboard.gateway import ApiKey
from switchboard.jobs import Job
from switchboard.loops import Loop
from switchboard.messages import Part

WINDOW = 10
"""How many entries of a conversation are drawn before "Show earlier"."""


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

    loop: Loop | None = None
    """The turn that goes on by itself, until its end has been taken in."""

    loop_seen: int = 0
    """``Loop.version`` of what has been taken in."""

    parts: tuple[int, ...] = (0,)
    """At which entry each part of the conversation begins; the last can be drawn again alone."""

    surroundings: object = None
    """What the page last showed around the latest part."""

    is_page_run: bool = False
    """Whether all of the page is being drawn."""

    shown: int = WINDOW
    editing: str | None = None
    """The entry whose message is being edited, or ``Change.editor`` of the call that is changed."""

    inserting: Insertion | None = None
    """What is being edited, when it is no message of the conversation yet."""

    attached: tuple[Part, ...] = ()
    """What goes with the next message: images by address, and files of one that was held back."""

    held: str | None = None
    """The text of a message that was held back, because a file of it was refused."""

    inspecting: str | None = None
    """The step whose inspector is open."""

    comparing: str | None = None
    """The conversation that is shown beside this one."""

    is_sweeping: bool = False
    """Whether the drawer of the fault sweep is open."""

    put_aside: str | None = None
    """The toolset that an example took the place of."""

    origin: Origin | None = None
    """The saved toolset that the conversation's was taken from."""

    told_of_toolset: str = ""
    """What the last try to save or open a toolset had to tell."""

    notice: str = ""
    """What the last action had to tell; the next one clears it."""
