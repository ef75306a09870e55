"""What one browser tab remembers of the Tools page."""

from dataclasses import dataclass, field

from components.errands import Errands


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
    """What the last action had to tell; the next one clears it, and so does typing."""

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
