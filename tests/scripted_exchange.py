"""A request as the scripted gateway recorded it, and a reply as a test wants it."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Recorded:
    """A request as it arrived."""

    method: str
    path: str
    headers: dict[str, str]
    """Names in lower case."""

    body: bytes
    closed_by_client: threading.Event = field(default_factory=threading.Event)
    """Set when the client went away before the reply was over."""

    closed_at: float | None = None
    """``time.monotonic()`` of that."""

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass
class Reply:
    """One scripted reply."""

    body: bytes | str | Iterable[bytes | str] = b""
    """Pieces are written one by one; one whole text is sent with its length."""

    status: int = 200
    content_type: str | None = None
    """By default what the body looks like."""

    headers: Mapping[str, str] = field(default_factory=dict)
    pause_s: float = 0
    """Between two pieces."""

    hold: threading.Event | None = None
    """Waits for this event before piece number ``hold_at`` (0: after the headers)."""

    hold_at: int = 1
    hang: bool | threading.Event = False
    """Sends nothing, not even headers: for ever, or until the event."""

    cut: bool = False
    """Drops the connection after the last piece, without ending the reply."""

    framing: str = "auto"
    """``chunked``, ``length``, ``close`` (the end of the connection ends the body), or ``auto``:
    pieces are chunked, a whole body has its length."""
