"""What was typed and attached below the conversation, as the content of a message."""

import base64
import io
from collections.abc import Callable
from typing import Protocol

from PIL import Image, UnidentifiedImageError
from PIL.Image import DecompressionBombError

from switchboard.messages import Content, ImagePart, Part, TextPart

IMAGE_TYPES = ("png", "jpg", "jpeg", "gif", "webp")
"""What every vision model of the documented gateways takes."""

_MIME = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # several JPEGs in one file, as phones write; readers take the first
    "GIF": "image/gif",
    "WEBP": "image/webp",
}


class Attached(Protocol):
    """A file as ``st.chat_input`` gives it."""

    name: str

    def getvalue(self) -> bytes: ...


class Typed(Protocol):
    """What ``st.chat_input`` gives."""

    text: str
    files: list[Attached]


def content_of(typed: Typed | None, *, on_refused: Callable[[str], None]) -> Content:
    """Text alone, or image parts and then the text; ``None`` when there is nothing to send."""
    if typed is None:
        return None
    images = [part for file in typed.files if (part := _image(file, on_refused))]
    if not images:
        return typed.text or None
    parts: tuple[Part, ...] = tuple(images)
    return (*parts, TextPart(typed.text)) if typed.text else parts


def _image(file: Attached, on_refused: Callable[[str], None]) -> ImagePart | None:
    content = file.getvalue()
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.verify()
            mime = _MIME.get(image.format or "")
    except (UnidentifiedImageError, DecompressionBombError, OSError, SyntaxError, ValueError):
        mime = None
    if mime is None:
        on_refused(f"{file.name!r} is no image that can be sent: PNG, JPEG, GIF or WebP.")
        return None
    return ImagePart(f"data:{mime};base64,{base64.b64encode(content).decode()}")
