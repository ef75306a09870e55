"""The replies in ``tests/streams``, and reading them."""

import itertools
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from switchboard.errors import GatewayError
from switchboard.gateway import ReplyReader, with_step_notes
from switchboard.messages import Answer

FOLDER = Path(__file__).parent.parent / "streams"


@dataclass(frozen=True)
class StreamFile:
    """One file: how a gateway replied, and what that means."""

    name: str
    body: bytes
    expected: dict[str, Any]
    status: int
    content_type: str
    location: str
    request: dict[str, Any] | None
    """What was asked, where the note needs it."""


def stream_files() -> list[StreamFile]:
    """All replies to a chat request, by name."""
    return [_read_file(path) for path in sorted(FOLDER.glob("*.reply"))]


def listing_files() -> list[StreamFile]:
    """All lists of models, by name."""
    return [_read_file(path) for path in sorted(FOLDER.glob("*.listing"))]


def _read_file(path: Path) -> StreamFile:
    head, _, body = path.read_bytes().partition(b"\n---\n")
    said = json.loads(head)
    return StreamFile(
        name=path.stem,
        body=body,
        expected=said["expected"],
        status=said.get("status", 200),
        content_type=said.get("content_type", "text/event-stream"),
        location=said.get("location", ""),
        request=said.get("request"),
    )


def reader(
    *, status: int = 200, content_type: str = "text/event-stream", location: str = ""
) -> ReplyReader:
    """A reader whose own ids are ``own_1``, ``own_2``, …"""
    numbers = itertools.count(1)
    return ReplyReader(
        status=status,
        content_type=content_type,
        location=location,
        make_id=lambda: f"own_{next(numbers)}",
    )


def read(pieces: Iterable[bytes], reading: ReplyReader) -> tuple[Answer, GatewayError | None]:
    """What the reader makes of the pieces, as a turn would use it."""
    error = None
    try:
        for piece in pieces:
            reading.feed(piece)
        reading.close()
    except GatewayError as raised:
        error = raised
    return reading.answer(), error


def read_file(file: StreamFile, pieces: Iterable[bytes]) -> tuple[Answer, GatewayError | None]:
    """What a reader makes of a file's body, cut into these pieces."""
    reading = reader(status=file.status, content_type=file.content_type, location=file.location)
    answer, error = read(pieces, reading)
    return (answer if file.request is None else with_step_notes(file.request, answer)), error
