"""Five tools as people try a gateway with, and the example toolsets together."""

import json
from importlib.resources import files
from typing import Any

from toolbox import text, tool, whole

FIVE = (
    tool(
        "get_weather",
        "Get the current weather for a location.",
        ("location",),
        location=text("City and country"),
        date=text("Day", format="date"),
    ),
    tool(
        "search_flights",
        "Search flights between two cities.",
        ("from", "to", "date"),
        **{"from": text(), "to": text(), "date": text("Departure date")},
        passengers=whole("Number of passengers"),
    ),
    tool(
        "calculate",
        "Evaluate a mathematical expression.",
        ("expression",),
        expression=text("e.g. 2 + 2"),
    ),
    tool(
        "get_stock_price",
        "Get the current stock price.",
        ("ticker",),
        ticker=text("Stock ticker symbol"),
    ),
    tool(
        "send_email",
        "Send an email.",
        ("to", "subject", "body"),
        to=text("Recipient"),
        subject=text(),
        body=text(),
    ),
)

_KINDS = ("parcel", "calendar", "clock", "lights", "shopping", "travel")


def example_tools() -> list[dict[str, Any]]:
    """The tools of the example toolsets, but for the second get_weather."""
    folder = files("switchboard.tools") / "examples"
    texts = [(folder / f"{kind}.json").read_text(encoding="utf-8") for kind in _KINDS]
    return [entry for content in texts for entry in json.loads(content)]
