"""What a message says: its reasoning, its images and other parts, its text."""

import base64

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.pictures import picture_format
from components.plain import escaped, showable
from components.prose import draw_prose
from switchboard.messages import ImagePart, Message, OtherPart, Part

_LONGEST_ADDRESS = 90


def message_content(message: Message, before: DeltaGenerator) -> None:
    """Draws it; what stands above the text goes into the place kept free for it."""
    others = [part for part in message.parts if isinstance(part, ImagePart | OtherPart)]
    if message.reasoning or others:
        with before.container():
            _reasoning(message)
            draw_parts(others)
    text = message.text or message.refusal or ""
    if text and message.role == "tool":
        st.code(showable(text), language="json", wrap_lines=True)
    else:
        draw_prose(text)
    if not (text or message.calls or others):
        st.caption("(an empty message)")


def draw_parts(parts: list[ImagePart | OtherPart]) -> None:
    """Thumbnails of images, and a line for each part that can't be drawn."""
    pictures = [picture_of(part) for part in parts]
    if drawn := [picture for picture in pictures if picture]:
        st.image(drawn, width=160)
    for part, picture in zip(parts, pictures, strict=True):
        if not picture:
            st.caption(part_line(part))


def picture_of(part: Part) -> bytes | None:
    """The bytes of an image's data URL, if they can be drawn. An address would have to be fetched:
    nothing is drawn of it, since what a page loads can tell others that, and by whom, it is read.
    """
    if not isinstance(part, ImagePart):
        return None
    try:
        content = base64.b64decode(part.url.partition(";base64,")[2])
    except ValueError:
        return None
    return content if content and picture_format(content) else None


def part_line(part: ImagePart | OtherPart) -> str:
    """One line of markdown that names the part."""
    if isinstance(part, ImagePart) and part.url.startswith("data:"):
        return ":material/broken_image: an image that can't be drawn"
    if isinstance(part, ImagePart):
        return f":material/image: {escaped(_cut(part.url))}"
    kind = part.raw.get("type")
    if kind == "file":
        return f":material/description: {escaped(_file_name(part))}"
    if kind == "input_audio":
        return f":material/graphic_eq: {escaped(_audio_name(part))}"
    return f":material/extension: a part of the kind {escaped(_cut(str(kind)))}"


def _reasoning(message: Message) -> None:
    if message.reasoning:
        with st.expander("Reasoning"):
            st.text(showable(message.reasoning))


def _file_name(part: OtherPart) -> str:
    file = part.raw.get("file")
    names = file if isinstance(file, dict) else {}
    return _cut(str(names.get("filename") or names.get("file_id") or "a file"))


def _audio_name(part: OtherPart) -> str:
    audio = part.raw.get("input_audio")
    return f"audio ({_cut(str(audio.get('format')))})" if isinstance(audio, dict) else "audio"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_ADDRESS else text[: _LONGEST_ADDRESS - 1] + "…"
