"""The Answers tab of the Tools page, read and used as a person does, without a browser."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest
from tools_screen import PAGE, show, workshop_of, write

WEATHER = {
    "name": "get_weather",
    "parameters": {
        "type": "object",
        "properties": {
            "city": {"type": "string"},
            "days": {"type": "integer"},
            "unit": {"enum": ["celsius", "fahrenheit"]},
            "is_long": {"type": "boolean"},
        },
        "required": ["city"],
    },
}
KEY = "workshop-answers-get_weather"
FIXED, TEMPLATE, SCHEMA, MODEL, HTTP, MCP, HAND = 1, 2, 3, 4, 5, 6, 0
"""In the list of kinds."""


def text_with(function: dict[str, Any] = WEATHER, **margin: Any) -> str:
    """A toolset of one tool, and what stands beside it."""
    beside = {"x-switchboard": margin} if margin else {}
    return json.dumps([{"type": "function", "function": function, **beside}], indent=2)


def open_answers(open_page: Any, text: str) -> AppTest:
    """The Tools page with this text, turned to Answers."""
    page = show(write(open_page(PAGE), text), "Answers")
    assert page.exception == []
    return page


def margin_of(page: AppTest) -> dict[str, Any]:
    """What stands beside the tool in the workshop's text."""
    return json.loads(workshop_of(page).text)[0].get("x-switchboard", {})


def responders_of(page: AppTest) -> list[Any]:
    """As they stand in the text."""
    return margin_of(page).get("responders", [])


def rows_of(page: AppTest) -> list[str]:
    """The heading of each answer, without its icon."""
    lines = [one.value for one in page.markdown if "\\. " in one.value]
    return [" ".join(word for word in line.split() if ":material" not in word) for line in lines]


def add(page: AppTest, kind: int) -> AppTest:
    """Adds an answer of a kind; its editor is open then."""
    page.session_state[f"{KEY}-adding"] = True
    page.run()
    page.radio(key=f"{KEY}-kind").set_value(kind).run()
    page.button(key=f"{KEY}-add").click().run()
    assert page.exception == []
    return page


def press(page: AppTest, key: str) -> AppTest:
    """Presses a button of the editor, by the end of its key."""
    page.button(key=f"{KEY}-{key}").click().run()
    assert page.exception == []
    return page
