"""What is asked of an odd model, and the pieces of what it streams."""

import json
from typing import Any

from toolbox import HELLO, text, tool

WEATHER = tool("get_weather", "The current weather of a city", ("city",), city=text("City"))
TWO = {"messages": [{"role": "user", "content": "Weather in Paris and Rome?"}], "tools": [WEATHER]}
TEXT = {"messages": HELLO}


def chunks(body: bytes) -> list[dict[str, Any]]:
    events = body.decode().removesuffix("\n\n").split("\n\n")
    return [json.loads(event.removeprefix("data: ")) for event in events if "[DONE]" not in event]


def deltas(body: bytes) -> list[dict[str, Any]]:
    return [choice["delta"] for chunk in chunks(body) for choice in chunk.get("choices", [])]


def fragments(body: bytes) -> list[dict[str, Any]]:
    return [each for delta in deltas(body) for each in delta.get("tool_calls") or []]
