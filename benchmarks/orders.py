"""What a benchmark asks of the loopback gateway, written as the words of a chat message.

So the same request goes through any page that can chat, ours or the yardstick.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Literal, get_args

Kind = Literal["prose", "flow", "code"]
"""Markdown paragraphs; one paragraph without an end; one huge code block."""

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Order:
    """An answer to be streamed."""

    mark: str
    """Letters and digits that make its first and last word unlike any other answer's."""

    chunks: int = 100
    rate: float = 0
    """Chunks per second; 0: as fast as they go out."""

    kind: Kind = "prose"
    silent_after: int = -1
    """After this many chunks nothing more comes, and the line stays open; -1: never."""

    @property
    def opening(self) -> str:
        """The first word of the answer."""
        return f"Opening{self.mark}"

    @property
    def closing(self) -> str:
        """The last word of the answer."""
        return f"Closing{self.mark}"

    def __str__(self) -> str:
        return " ".join(f"{field.name}={getattr(self, field.name)}" for field in fields(self))

    @classmethod
    def read(cls, message: str) -> Order:
        """The order in a message; what it does not say is as above."""
        said = dict(re.findall(r"(\w+)=(\S+)", message))
        return cls(
            mark=said.get("mark", ""),
            chunks=int(said.get("chunks", 100)),
            rate=float(said.get("rate", 0)),
            kind=next((kind for kind in KINDS if kind == said.get("kind")), "prose"),
            silent_after=int(said.get("silent_after", -1)),
        )
