"""An MCP server for the tests, over stdio: ``python serving_tools.py [silent|broken|more]``."""

import os
import sys
import time

from mcp.server import MCPServer
from mcp.server.mcpserver import Image
from mcp.server.mcpserver.exceptions import ToolError

server = MCPServer("tests")


@server.tool()
def get_weather(city: str, days: int = 1) -> str:
    """The weather of a city."""
    return f"{city}, {days} days: {os.environ.get('WEATHER', 'unknown')}"


MORE = MCPServer("more")
"""Tools that answer in other ways; served with the argument ``more``."""


@MORE.tool()
def fail(reason: str) -> str:
    """Says that it failed."""
    raise ToolError(reason)


@MORE.tool(structured_output=False)
def draw(text: str) -> list[str | Image]:
    """Two texts and a picture."""
    return [text, Image(data=b"png", format="png"), "done"]


@MORE.tool(structured_output=False)
def tell_key() -> str:
    """Repeats its key."""
    return f"The key is {os.environ.get('API_KEY')}, the mode {os.environ.get('MODE')}."


@MORE.tool(structured_output=False)
def sleep() -> str:
    """Never answers."""
    time.sleep(60)
    return "late"


if __name__ == "__main__":
    if "silent" in sys.argv:
        time.sleep(60)
    if "broken" in sys.argv:
        sys.exit(3)
    (MORE if "more" in sys.argv else server).run()
