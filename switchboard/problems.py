"""A problem: something a person or a model wrote is wrong, and where."""

from dataclasses import dataclass
from typing import TypeAlias

JsonPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, worded for the person who can mend it."""

    message: str
    """What is wrong and what to do about it, as sentences."""

    path: JsonPath = ()
    """Where, from the root of the text or value that was checked."""

    line: int | None = None
    """1-based; ``None`` when the problem is in a value that has no text."""

    column: int | None = None
    """1-based."""

    keyword: str | None = None
    """The JSON Schema keyword that failed, where one did."""

    @property
    def pointer(self) -> str:
        """The path as people write it: ``$.parameters.properties.city``, ``$[0].name``."""
        return "$" + "".join(
            f"[{part}]" if isinstance(part, int) or not part.isidentifier() else f".{part}"
            for part in self.path
        )
