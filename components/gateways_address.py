"""Which gateway the page's address names."""

import streamlit as st

from switchboard.conversations import OFFLINE

NEW = "new"
"""No gateway yet: one is being added."""

_GATEWAY, _OFFLINE = "gateway", "offline"


def opened_gateway() -> str | None:
    """The base URL in the address, or ``NEW``; ``None``: the list."""
    named = st.query_params.get(_GATEWAY)
    return OFFLINE if named == _OFFLINE else named


def open_gateway(base_url: str) -> None:
    """Names it in the address; for callbacks, or before a rerun."""
    st.query_params[_GATEWAY] = base_url or _OFFLINE


def close_gateway() -> None:
    """Back to the list; for callbacks, or before a rerun."""
    st.query_params.pop(_GATEWAY, None)
