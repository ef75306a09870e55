"""Usage: tokens and latency across runs, as charts, a table and CSV."""

import streamlit as st

from components import services, usage_view
from components.plain import escaped
from components.shell import open_page
from switchboard.errors import StoreError
from switchboard.usage.frames import usage_frame

open_page("pages/usage.py")
st.title("Usage")
since = usage_view.chosen_period()
try:
    rows = services.store().answers(since=since)
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
    st.stop()
if not rows:
    st.info("Nothing was asked in this period. Ask something in the Playground and come back.")
    st.page_link("app.py", label="Open the Playground", icon=":material/forum:")
    st.stop()
frame = usage_frame(rows)
usage_view.figures(rows, frame)
usage_view.charts(frame)
usage_view.table(rows, frame)
