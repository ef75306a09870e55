"""What the toolset's editor knows beyond a text: which keys can stand where, and a way to a line.

The editor's iframe is of this server, so an inline component reaches it (``keyboard.py`` does the
same). Leaving the browser's page while something is kept nowhere else is asked about once more.
"""

from dataclasses import asdict
from pathlib import Path

import streamlit as st

from components import state
from switchboard.tools.known_keys import KINDS

_GO = "workshop-go"
_SCRIPT = (Path(__file__).parent / "json_help.js").read_text(encoding="utf-8")
_KINDS = {name: asdict(kind) for name, kind in KINDS.items()}

_json_help = st.components.v2.component("json_help", js=_SCRIPT)


def help_the_editor(container_key: str, *, is_changed: bool) -> None:
    """For the editor in the container with that key; ``is_changed``: something can be lost."""
    go = state.value(_GO, {"number": 0, "line": 1, "column": 1})
    _json_help(
        key="json-help",
        data={
            "kinds": _KINDS,
            "selector": f".st-key-{container_key}",
            "go": go,
            "isChanged": is_changed,
        },
    )


def go_to(line: int, column: int) -> None:
    """The cursor is put there when the page is next drawn. For callbacks."""
    number = state.value(_GO, {"number": 0})["number"] + 1
    state.plant(_GO, {"number": number, "line": line, "column": column})
