"""The frame of every page: title, menu, width. Each page opens itself, so deep links are real."""

import streamlit as st

from components.look import STYLE

MENU = (
    ("app.py", "Playground", ":material/forum:"),
    ("pages/tools.py", "Tools", ":material/build:"),
    ("pages/runs.py", "Runs", ":material/history:"),
    ("pages/usage.py", "Usage", ":material/bar_chart:"),
    ("pages/gateways.py", "Gateways", ":material/router:"),
)


def open_page(path: str) -> None:
    """Begins a page; ``path`` is its script, as in the menu. Call it first."""
    title = next(title for script, title, _ in MENU if script == path)
    st.set_page_config(page_title=f"{title} · Switchboard", page_icon="🎛️", layout="wide")
    st.html(STYLE)
    with st.sidebar:
        st.markdown("#### :material/tune: Switchboard")
        for script, label, icon in MENU:
            st.page_link(script, label=label, icon=icon, width="stretch")
