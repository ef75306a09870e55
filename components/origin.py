"""Where the Playground's toolset is from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """The saved toolset that the text was taken from or saved as, whatever was typed since."""

    toolset_id: str
    seen: str
    """The hash of its newest version as the person knows it."""
