"""Draws what a model wrote: markdown without reach.

Streamlit escapes HTML, but its markdown loads images by itself, and an image's address can carry a
conversation away. So no ``![`` is left in prose, and code goes to ``st.code``, which reads nothing.
"""

import re
from collections.abc import Callable
from typing import Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.blocks import Block, cut
from components.plain import WORD_JOINER, showable

# An image needs one of these behind it: an address, a reference, or a definition of one.
_IMAGE_NEEDS = ("](", "][", "]:")
_SPECIAL = re.compile(
    r"(?P<kept>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\.)"  # inline code, an escape
    r"|(?P<mathematics>\$)"
    r"|(?P<directive>:(?=[a-z]+(?:-[a-z]+)*(?:\[|/)|[a-z0-9_+-]+:))",  # Streamlit's own, emoji
    re.DOTALL,
)


class Place(Protocol):
    """Where something is drawn: ``st`` itself, or a place of the page."""

    @property
    def markdown(self) -> Callable[..., DeltaGenerator]: ...

    @property
    def code(self) -> Callable[..., DeltaGenerator]: ...


def draw_prose(text: str) -> None:
    """The whole text, block by block, at the present place of the page."""
    for block in cut(text):
        draw_block(block, st)


def draw_block(block: Block, place: Place) -> DeltaGenerator:
    """One block as one element at this place; what may take another block's place later."""
    text = showable(block.text)
    if block.fence:
        return place.code(text.removesuffix("\n"), language=block.language, wrap_lines=True)
    return place.markdown(harmless(text))


def harmless(text: str) -> str:
    """Markdown that loads nothing, and in which a price is a price and a colon is a colon."""
    if any(sign in text for sign in _IMAGE_NEEDS):
        # No exception for code: telling where code begins is where such filters fail.
        text = text.replace("![", f"!{WORD_JOINER}[")
    return _SPECIAL.sub(_plain, text)


def _plain(match: re.Match[str]) -> str:
    if match["directive"]:
        return f":{WORD_JOINER}"
    return match["kept"] or r"\$"
