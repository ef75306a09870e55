"""Opens one panel of the Tools page with a tool, and reads what it would send."""

import json
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from components.workshop import Workshop

_PAGE = Path(__file__).with_name("panel_page.py")


def open_panel(panel: str, *tools: dict[str, Any], text: str | None = None) -> AppTest:
    """The panel, drawn for the first of these functions."""
    page = AppTest.from_file(str(_PAGE), default_timeout=30)
    envelopes = [{"type": "function", "function": tool} for tool in tools]
    page.session_state["first-text"] = json.dumps(envelopes, indent=2) if text is None else text
    page.session_state["panel"] = panel
    page.run()
    assert page.exception == []
    return page


def workshop_of(page: AppTest) -> Workshop:
    """The workshop as the panel has it."""
    return page.session_state["workshop"]


def functions_of(page: AppTest) -> list[dict[str, Any]]:
    """The functions in the workshop's text."""
    return [entry["function"] for entry in json.loads(workshop_of(page).text)]


def sent(page: AppTest) -> Any:
    """The arguments that the Try panel shows as sent."""
    return json.loads(page.code[-1].value)
