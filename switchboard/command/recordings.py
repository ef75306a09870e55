"""A recorded reply, read as a live one would be. Touches no network and keeps nothing."""

import itertools
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath

from switchboard.errors import GatewayError
from switchboard.gateway import ReplyReader, with_recorded_notes
from switchboard.messages import Answer

_CONTENT_TYPES = {".sse": "text/event-stream", ".json": "application/json"}
_STATUS_IN_NAME = re.compile(r"(?:^|(?:error|status|http)(?:.*[-_. ])?)([45]\d\d)$", re.IGNORECASE)
_OK = 200


@dataclass(frozen=True, slots=True)
class Recording:
    """What a recorded reply says."""

    answer: Answer
    """As far as it had arrived. A call without an id is called ``own_1``, ``own_2``, …"""

    error: GatewayError | None
    """Why it is no whole answer."""

    status: int | None
    """The HTTP status of an error, ``None`` where neither the reply nor anybody else told it."""


def read_recording(
    body: bytes, *, name: str, content_type: str | None = None, status: int | None = None
) -> Recording:
    """Reads a reply's body. Without ``content_type`` and ``status`` the file's name tells them
    (``.sse``, ``.json``; ``error_429``), else the body does."""
    told = _status_in(name) if status is None else status
    numbers = itertools.count(1)
    reader = ReplyReader(
        status=told or _OK,
        content_type=_content_type_of(name) if content_type is None else content_type,
        make_id=lambda: f"own_{next(numbers)}",
    )
    error = _read(reader, body)
    return Recording(with_recorded_notes(reader.answer()), error, _status_of(error, told))


def _read(reader: ReplyReader, body: bytes) -> GatewayError | None:
    try:
        reader.feed(body)
    except GatewayError as error:
        # What no blank line ended may still hold words of the answer.
        with suppress(GatewayError):
            reader.close()
        return error
    try:
        reader.close()
    except GatewayError as error:
        return error
    return None


def _content_type_of(name: str) -> str:
    return _CONTENT_TYPES.get(PurePath(name).suffix.lower(), "")


def _status_in(name: str) -> int | None:
    found = _STATUS_IN_NAME.search(PurePath(name).stem)
    return int(found[1]) if found else None


def _status_of(error: GatewayError | None, told: int | None) -> int | None:
    # Unless somebody told it, a status of 200 is our assumption.
    is_assumed = told is None and error is not None and error.status == _OK
    return None if error is None or is_assumed else error.status
