"""Usage: tokens and latency across runs, as charts, a table and CSV."""

import streamlit as st

from components import services, usage_view
from components.plain import escaped
from components.shell import open_page
from switchboard.errors import StoreError
from switchboard.export.tables import answers_csv

open_page("pages/usage.py")
st.title("Usage")
since = usage_view.chosen_period()
try:
    store = services.store()
    frame = usage_view.answers_since(store, since)
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
    st.stop()
if frame.empty:
    st.info("Nothing was asked in this period. Ask something in the Playground and come back.")
    st.page_link("app.py", label="Open the Playground", icon=":material/forum:")
    st.stop()
usage_view.figures(frame)
usage_view.charts(frame)
usage_view.table(frame, csv=lambda: answers_csv(store.answers(since=since)))
