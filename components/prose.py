"""Draws what a model wrote: markdown without reach.

Streamlit escapes HTML, but its markdown loads images by itself, and an image's address can carry a
conversation away. So no ``![`` is left in prose, and code goes to ``st.code``, which reads nothing.
"""

import re

from streamlit.delta_generator import DeltaGenerator

from components.blocks import Block, cut
from components.plain import showable

_WORD_JOINER = "\u2060"  # invisible, forbids a break; ``!`` and ``[`` are no longer neighbours
_SPECIAL = re.compile(
    r"(?P<kept>(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|\\.)"  # inline code, an escape
    r"|\$|:(?=[a-z]+(?:-[a-z]+)*(?:\[|/))",  # mathematics, Streamlit's directives
    re.DOTALL,
)


def draw_prose(text: str, place: DeltaGenerator) -> None:
    """The whole text, block by block."""
    for block in cut(text):
        draw_block(block, place)


def draw_block(block: Block, place: DeltaGenerator) -> DeltaGenerator:
    """One block as one element at this place; what may take another block's place later."""
    text = showable(block.text)
    if block.fence:
        return place.code(text.removesuffix("\n"), language=block.language, wrap_lines=True)
    return place.markdown(harmless(text))


def harmless(text: str) -> str:
    """Markdown that loads nothing, and in which a price is a price and not mathematics."""
    without_images = text.replace("![", f"!{_WORD_JOINER}[")
    return _SPECIAL.sub(lambda match: match["kept"] or "\\" + match[0], without_images)
