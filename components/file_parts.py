"""A file as the part of a message that it can be: an image, audio, or a file."""

import base64
import mimetypes

from components.pictures import picture_format
from switchboard.messages import ImagePart, OtherPart, Part

_MIME = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # several JPEGs in one file, as phones write; readers take the first
    "GIF": "image/gif",
    "WEBP": "image/webp",
}
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")
"""A picture that begins so and can't be drawn is a broken one, whatever its name."""

_NOT_TAKEN = {
    "image_url": "{name} is an image, and this model takes none.",
    "file": "{name} is a file, and this model takes no files.",
    "input_audio": "{name} is audio, and this model takes none.",
}


def file_part(
    name: str, content: bytes, *, accepts: frozenset[str], detail: str | None
) -> Part | str:
    """The part, told by what the file holds rather than by its name; or why it can't be sent."""
    part = _image(name, content, detail) or _audio(content) or _file(name, content)
    if isinstance(part, str):
        return part
    kind = "image_url" if isinstance(part, ImagePart) else str(part.raw["type"])
    return part if kind in accepts else _NOT_TAKEN[kind].format(name=repr(name))


def _image(name: str, content: bytes, detail: str | None) -> ImagePart | str | None:
    mime = _MIME.get(picture_format(content) or "")
    if mime:
        return ImagePart(_data_url(mime, content), detail)
    if content.startswith(_SIGNATURES) or content[8:12] == b"WEBP":
        return f"{name!r} can't be read as an image: it is cut off, damaged or far too large."
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
