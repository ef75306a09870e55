"""The way to the Tools page, with one text."""

from collections.abc import Callable

import streamlit as st

from components.origin import Origin
from components.workshop_opening import open_text
from switchboard.toolset_records import NamedVersion

_PAGE = "pages/tools.py"


def open_in_tools_button(
    version: NamedVersion | None,
    text_hash: str,
    text: Callable[[], str | None],
    *,
    key: str,
    origin: Origin | None = None,
) -> None:
    """Opens the saved version there; of a text that is not saved, the text itself, as a change of
    the toolset it was taken from."""
    if not st.button("Open in Tools", type="tertiary", icon=":material/build:", key=key):
        return
    if version:
        older = {} if version.is_newest else {"version": text_hash}
        st.switch_page(_PAGE, query_params={"toolset": version.id, **older})
    found = text()
    if found is None:
        st.toast("The text of these tools is no longer kept.")
        return
    open_text(found, origin=origin)
    st.switch_page(_PAGE)
