"""Tools: a toolset is written, checked, looked at as models see it, and kept."""

import streamlit as st

from components.plain import escaped
from components.shell import open_page
from components.workshop_address import put_in_address
from components.workshop_edit import take_typed
from components.workshop_frame import frame
from components.workshop_opening import present_workshop
from switchboard.errors import StoreError

open_page("pages/tools.py")
try:
    workshop = present_workshop()
    take_typed(workshop)
    frame(workshop)
    put_in_address(workshop)
except StoreError as error:
    st.error(escaped(f"{error.message} {error.advice}"))
