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
from components.plain import showable

_WORD_JOINER = "\u2060"  # invisible, forbids a break; ``!`` and ``[`` are no longer neighbours
_SPECIAL = re.compile(
    r"(?P<kept>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\.)"  # inline code, an escape
    r"|\$|:(?=[a-z]+(?:-[a-z]+)*(?:\[|/))",  # mathematics, Streamlit's directives
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
    """Markdown that loads nothing, and in which a price is a price and not mathematics."""
    without_images = text.replace("![", f"!{_WORD_JOINER}[")
    return _SPECIAL.sub(lambda match: match["kept"] or "\\" + match[0], without_images)
