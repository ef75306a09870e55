"""What was typed and attached below the conversation, as the content of a message."""

import base64
import io
import mimetypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlsplit

from PIL import Image, UnidentifiedImageError
from PIL.Image import DecompressionBombError

from switchboard.messages import Content, ImagePart, OtherPart, Part, TextPart

DETAILS = ("auto", "low", "high")
"""What every gateway that knows ``detail`` takes."""

MOST_BYTES = 15_000_000
"""Of all attachments of a message: as base64 that is OpenAI's 20 MB for one image URL."""

_MIME = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # several JPEGs in one file, as phones write; readers take the first
    "GIF": "image/gif",
    "WEBP": "image/webp",
}
_NOT_TAKEN = {
    "image_url": "{name} is an image, and this model takes none.",
    "file": "{name} is a file, and this model takes none but images.",
    "input_audio": "{name} is audio, and this model takes none.",
}


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


def taken(files: Sequence[Attached], *, accepts: frozenset[str], detail: str | None) -> Taken:
    """What can be sent of these files to a model that accepts these kinds of parts."""
    parts: list[Part] = []
    refusals: list[str] = []
    room = MOST_BYTES
    for file in files:
        content = file.getvalue()
        room -= len(content)
        part = _too_large(file) if room < 0 else _part(file.name, content, accepts, detail)
        if isinstance(part, str):
            refusals.append(part)
        else:
            parts.append(part)
    return Taken(tuple(parts), tuple(refusals))


def by_address(
    images: Sequence[ImagePart], *, accepts: frozenset[str], detail: str | None
) -> Taken:
    """The images that a gateway is to fetch; none for a model that takes no images."""
    if images and "image_url" not in accepts:
        return Taken(refusals=("This model takes no images: those by address were left out.",))
    return Taken(tuple(replace(image, detail=detail) for image in images))


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


def _part(name: str, content: bytes, accepts: frozenset[str], detail: str | None) -> Part | str:
    """The part, or why it can't be sent."""
    part = _image(name, content, detail) or _audio(content) or _file(name, content)
    if isinstance(part, str):
        return part
    kind = "image_url" if isinstance(part, ImagePart) else str(part.raw["type"])
    return part if kind in accepts else _NOT_TAKEN[kind].format(name=repr(name))


def _image(name: str, content: bytes, detail: str | None) -> ImagePart | str | None:
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.verify()
            mime = _MIME.get(image.format or "")
    except (UnidentifiedImageError, DecompressionBombError, OSError, SyntaxError, ValueError):
        mime = None
    if mime:
        return ImagePart(_data_url(mime, content), detail)
    if _mime_by_name(name).startswith("image/"):
        return f"{name!r} is no image that can be sent: PNG, JPEG, GIF or WebP."
    return None


def _audio(content: bytes) -> OtherPart | None:
    kind = _audio_format(content)
    if kind is None:
        return None
    audio = {"data": base64.b64encode(content).decode(), "format": kind}
    return OtherPart({"type": "input_audio", "input_audio": {**audio}})


def _audio_format(content: bytes) -> str | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav"
    # An ID3 tag, or the sync bits of an MPEG layer III frame (ISO/IEC 11172-3, 2.4.1.3).
    is_frame = len(content) > 1 and content[0] == 0xFF and content[1] & 0xE6 == 0xE2
    return "mp3" if content[:3] == b"ID3" or is_frame else None


def _file(name: str, content: bytes) -> OtherPart:
    file = {"filename": name, "file_data": _data_url(_mime_by_name(name), content)}
    return OtherPart({"type": "file", "file": {**file}})


def _mime_by_name(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _data_url(mime: str, content: bytes) -> str:
    return f"data:{mime};base64,{base64.b64encode(content).decode()}"
