"""The JSON editor: Ace behind one function, so that another editor could take its place.

Measured with streamlit-ace 0.1.1: language ``json`` wipes annotations (Ace's own worker), so
``json5``; a new ``value`` under the same key is ignored, so the key has a version; the widget's
state is dropped when its page is left, so the caller keeps the text.
"""

from collections.abc import Sequence

import streamlit as st
from streamlit_ace import st_ace

from components import state
from switchboard.problems import Problem


def typed_text(name: str, text: str) -> str:
    """What the editor holds: the widget's state has new text before the editor is drawn."""
    typed: str | None = state.value(_key(name), None)
    return text if typed is None else typed


def json_editor(name: str, text: str, *, problems: Sequence[Problem], height: int) -> None:
    """An editor of this text, problems marked at their lines. Read it with ``typed_text``."""
    key = _key(name)
    lines = {problem.line - 1: problem.message for problem in reversed(problems) if problem.line}
    is_dark = st.context.theme.type == "dark"
    st_ace(
        value=text,
        language="json5",
        theme="tomorrow_night" if is_dark else "chrome",
        key=key,
        height=height,
        auto_update=True,
        font_size=12,
        tab_size=2,
        show_print_margin=False,
        wrap=True,
        annotations=[
            {"row": row, "column": 0, "type": "error", "text": message}
            for row, message in lines.items()
        ],
    )


def replace_text(name: str) -> None:
    """Makes the editor take its text from the caller again; for callbacks that change the text."""
    state.plant(f"{name}-version", state.value(f"{name}-version", 0) + 1)


def _key(name: str) -> str:
    return f"{name}-text-{state.value(f'{name}-version', 0)}"
