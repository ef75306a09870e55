"""Where the parts of a message lie, whether it is still arriving or long there.

Both ways of drawing use the same places, so that the browser keeps what it has when an answer ends.
"""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True, slots=True)
class AnswerLayout:
    """The places of one message."""

    reasoning: DeltaGenerator
    prose: DeltaGenerator
    below: DeltaGenerator
    """For calls, and for what is said of the answer."""

    menu: DeltaGenerator

    @classmethod
    def at(cls, place: DeltaGenerator) -> "AnswerLayout":
        """The places of a message that is drawn here."""
        with place:
            with st.container(horizontal=True, wrap=False, gap="small"):
                content, menu = st.container(), st.container(width="content")
            below = st.container()
        with content:
            return cls(st.container(), st.container(), below, menu)
