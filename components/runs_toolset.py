"""Which toolset runs were sent with: as a filter of their list, and of one run."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.plain import escaped
from components.to_tools import open_in_tools_button
from switchboard.runs import Run
from switchboard.store import Store
from switchboard.toolset_records import NamedVersion

_TOOLSET, _RUN = "toolset", "run"
_MOST_NAMES = 3


def wanted_toolset() -> str | None:
    """The hash in the address: ``?toolset=<hash>``."""
    return st.query_params.get(_TOOLSET) or None


def toolset_chip(store: Store, text_hash: str | None) -> None:
    """The filter by name, to be taken away with a click."""
    if text_hash is None:
        return
    st.button(
        f"With {called(store.toolset_of(text_hash), text_hash)}",
        icon=":material/close:",
        key="runs-toolset",
        help="Show runs with any tools again",
        on_click=_show_with,
        args=(None,),
    )


def called(versions: Sequence[NamedVersion], text_hash: str) -> str:
    """A text by the names of the toolsets that have it, as markdown."""
    if not versions:
        return f"tools that are not saved ({escaped(text_hash[:8])})"
    names = [f"{one.name} · version {one.number}" for one in versions[:_MOST_NAMES]]
    more = len(versions) - len(names)
    return escaped(", ".join(names) + (f" and {more} more" if more else ""))


def run_toolsets(run: Run, store: Store) -> None:
    """A line for each text the run's requests were sent with."""
    sent = [step.toolset for step in run.steps if step.toolset]
    for text_hash in dict.fromkeys(sent):
        versions = store.toolset_of(text_hash)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Sent with {called(versions, text_hash)}", width="content")
            open_in_tools_button(
                max(versions, key=lambda one: one.is_newest, default=None),
                text_hash,
                partial(store.toolset_text, text_hash),
                key=f"run-to-tools-{text_hash}",
            )
            st.button(
                "Runs with these tools",
                type="tertiary",
                icon=":material/history:",
                key=f"run-alike-{text_hash}",
                on_click=_show_with,
                args=(text_hash,),
            )


def _show_with(text_hash: str | None) -> None:
    """The list, of runs with this text alone, or of all."""
    st.query_params.pop(_RUN, None)
    if text_hash:
        st.query_params[_TOOLSET] = text_hash
    else:
        st.query_params.pop(_TOOLSET, None)
