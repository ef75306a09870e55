"""What the store knows of the conversation's toolset: which saved one it is, or is made from."""

from collections.abc import Sequence
from dataclasses import dataclass

from components import services
from components.origin import Origin
from components.workspace import Workspace
from switchboard.toolset_records import NamedVersion, ToolsetSummary, text_hash


@dataclass(frozen=True, slots=True)
class Kept:
    """Saved toolsets, and what the text in the editor is among them."""

    toolsets: tuple[ToolsetSummary, ...]
    """Last saved first."""

    version: NamedVersion | None
    """The version that has this very text."""

    source: ToolsetSummary | None
    """The toolset the text was taken from, whatever was typed since."""

    def seen(self, toolset_id: str, origin: Origin | None) -> str:
        """The newest version of that toolset as the person knows it."""
        if origin and origin.toolset_id == toolset_id:
            return origin.seen
        return next((one.hash for one in self.toolsets if one.id == toolset_id), "")


def look_up(workspace: Workspace) -> Kept:
    """Recognises a saved text; from then on the workspace remembers where its text is from."""
    store = services.store()
    name = text_hash(workspace.conversation.toolset)
    toolsets, origin = store.toolsets(), workspace.origin
    version = _preferred(store.toolset_of(name), origin)
    if version and (origin is None or origin.toolset_id != version.id):
        origin = Origin(version.id, seen=name)
    source = next((one for one in toolsets if origin and one.id == origin.toolset_id), None)
    workspace.origin = origin if source else None
    return Kept(toolsets, version, source)


def _preferred(named: Sequence[NamedVersion], origin: Origin | None) -> NamedVersion | None:
    """Of versions with one text: of the toolset it is from, then a newest one, then any."""

    def rank(one: NamedVersion) -> tuple[bool, bool]:
        return origin is not None and one.id == origin.toolset_id, one.is_newest

    return max(named, key=rank, default=None)
