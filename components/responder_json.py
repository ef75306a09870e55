"""A piece of JSON in an editor of its own, which counts when the button is pressed."""

import json
from collections.abc import Callable, Sequence
from zlib import crc32

import streamlit as st

from components.json_editor import json_editor, typed_text
from components.responder_told import told
from switchboard.problems import Problem
from switchboard.wire import Json


def json_draft(
    name: str,
    text: str,
    *,
    check: Callable[[str], Sequence[Problem]],
    label: str,
    put: Callable[[Json], None],
    height: int = 200,
    can_be_kept: bool = False,
) -> None:
    """Draws the editor of the text, its problems, and the button; ``put`` is called back.

    ``can_be_kept``: the text is a proposal, which may be put as it stands.
    """
    # An editor keeps what it holds as long as it has its name: another text gives it another.
    name = f"{name}-{crc32(text.encode(errors='replace'))}"
    typed = typed_text(name, text)
    problems = check(typed)
    json_editor(name, typed, problems=problems, height=height)
    if typed != text:
        told(problems)
    st.button(
        label,
        key=f"{name}-use",
        disabled=bool(problems) or (typed == text and not can_be_kept),
        on_click=_put,
        args=(put, typed),
    )


def _put(put: Callable[[Json], None], text: str) -> None:
    put(json.loads(text))
