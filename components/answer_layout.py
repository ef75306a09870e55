"""Where the parts of a message lie, whether it is still arriving or long there.

Both ways of drawing use the same places, so that the browser keeps what it has when an answer ends.
Few places, too: for every word that arrives, the browser looks at every container of the page.
"""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


@dataclass(frozen=True, slots=True)
class AnswerLayout:
    """The places of one message."""

    message: DeltaGenerator
    """For calls and for what is said of the answer: below its words."""

    before: DeltaGenerator
    """A slot for one element or container: reasoning, images."""

    prose: DeltaGenerator

    @classmethod
    def at(
        cls, message: DeltaGenerator, *, draw_menu: Callable[[], None] | None = None
    ) -> "AnswerLayout":
        """The places of a message that is drawn here, its menu beside its words."""
        with message, st.container(horizontal=True, wrap=False, gap="small"):
            prose = st.container()
            if draw_menu:
                draw_menu()
        return cls(message, before=prose.empty(), prose=prose)
