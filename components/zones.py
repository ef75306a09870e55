"""Times as the person's own clock shows them."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def zone() -> str:
    """The browser's time zone; UTC where it names none that is known here."""
    named = st.context.timezone or "UTC"
    try:
        ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError):
        return "UTC"
    return named


def local(moment: datetime) -> datetime:
    """The moment in the browser's time zone."""
    return moment.astimezone(ZoneInfo(zone()))
