"""What was typed and attached below the conversation, as the content of a message."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlsplit

from components.attached_parts import part_bytes, part_kind
from components.file_parts import file_part
from switchboard.messages import Content, ImagePart, Part, TextPart

DETAILS = ("auto", "low", "high", "original")
"""OpenAI's API reference, ``image_url.detail``; older gateways know all but the last."""

MOST_BYTES = 15_000_000
"""Of all attachments of a message: as base64 that is OpenAI's 20 MB for one image URL."""


_NAMES = {"image_url": "images", "file": "files", "input_audio": "audio"}


class Attached(Protocol):
    """A file as ``st.chat_input`` and ``st.file_uploader`` give it."""

    name: str

    def getvalue(self) -> bytes: ...


class Typed(Protocol):
    """What ``st.chat_input`` gives."""

    text: str
    files: list[Attached]


@dataclass(frozen=True, slots=True)
class Taken:
    """Attachments as parts of a message, and why others were left out."""

    parts: tuple[Part, ...] = ()
    refusals: tuple[str, ...] = ()
    """A sentence each."""


def content_of(text: str, parts: Sequence[Part]) -> Content:
    """Text alone, or parts and then the text; ``None`` when there is nothing to send."""
    if not parts:
        return text or None
    return (*parts, TextPart(text)) if text else tuple(parts)


def taken(
    files: Sequence[Attached],
    *,
    accepts: frozenset[str],
    detail: str | None,
    beside: Sequence[Part] = (),
) -> Taken:
    """What can be sent of these files to a model that accepts these kinds of parts, beside what
    is attached already."""
    parts: list[Part] = []
    refusals: list[str] = []
    room = MOST_BYTES - sum(map(part_bytes, beside))
    for file in files:
        content = file.getvalue()
        room -= len(content)
        part = (
            _too_large(file)
            if room < 0
            else file_part(file.name, content, accepts=accepts, detail=detail)
        )
        if isinstance(part, str):
            refusals.append(part)
        else:
            parts.append(part)
    return Taken(tuple(parts), tuple(refusals))


def sendable(parts: Sequence[Part], *, accepts: frozenset[str], detail: str | None) -> Taken:
    """What can be sent of what is attached; the model may be another one than when it was."""
    good = tuple(part for part in parts if part_kind(part) in accepts)
    kinds = dict.fromkeys(part_kind(part) for part in parts if part_kind(part) not in accepts)
    return Taken(
        tuple(replace(p, detail=detail) if isinstance(p, ImagePart) else p for p in good),
        tuple(f"This model takes no {_NAMES.get(kind, kind)}." for kind in kinds),
    )


def address_problem(text: str) -> str:
    """Why an image's address can't be sent; empty when it can."""
    try:
        address = urlsplit(text)
        host = address.hostname
    except ValueError:
        host = None
    if not host or any(not sign.isprintable() or sign.isspace() for sign in text):
        return "This is no address. It looks like https://example.com/picture.png."
    if address.scheme != "https":
        return "An image's address begins with https."
    if address.username or address.password:
        return "An address with a user name or a password is not sent to a model."
    return ""


def _too_large(file: Attached) -> str:
    return f"{file.name!r} is too large: the attachments of a message may have 15 MB together."
