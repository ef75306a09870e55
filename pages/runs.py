"""Runs: every run, to find, open, inspect and delete. ``?run=<id>`` opens one.

``?toolset=<hash>`` lists those that were sent with one text of tools. Replies that were recorded
elsewhere are read here too.
"""

import streamlit as st

from components import services
from components.plain import escaped
from components.recorded_reply import recorded_reply
from components.run_view import conversation_link, delete_button, run_view
from components.runs_list import listed_runs, runs_list, wanted_runs, what_to_do
from components.runs_toolset import run_toolsets
from components.shell import open_page
from switchboard.errors import StoreError
from switchboard.runs import Run
from switchboard.store import Store


def show_list(store: Store) -> None:
    """The list, or what to do when it is empty."""
    st.title("Runs")
    wanted = wanted_runs(store)
    recorded_reply()
    runs = listed_runs(store, wanted)
    if not runs:
        what_to_do(wanted)
    elif chosen := runs_list(runs):
        st.query_params["run"] = chosen
        st.rerun()


def show_run(store: Store, run: Run) -> None:
    """One run with its requests."""
    st.subheader(escaped(run.title))
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("All runs", icon=":material/arrow_back:", key="run-back"):
            close_run()
        if delete_button(run):
            store.delete_run(run.id)
            close_run()
        if store.conversation(run.conversation_id):
            conversation_link(run)
    run_toolsets(run, store)
    run_view(run, received=store.received)


def close_run() -> None:
    """Back to the list."""
    st.query_params.pop("run", None)
    st.rerun()


open_page("pages/runs.py")
try:
    store = services.store()
    run_id = st.query_params.get("run")
    run = store.run(run_id) if run_id else None
    if run_id and run is None:
        st.warning("This run is not kept here. It was deleted, or belongs to another database.")
    if run:
        show_run(store, run)
    else:
        show_list(store)
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
