"""An MCP server for the tests, over stdio: ``python serving_tools.py [silent|broken]``."""

import os
import sys
import time

from mcp.server import MCPServer

server = MCPServer("tests")


@server.tool()
def get_weather(city: str, days: int = 1) -> str:
    """The weather of a city."""
    return f"{city}, {days} days: {os.environ.get('WEATHER', 'unknown')}"


if __name__ == "__main__":
    if "silent" in sys.argv:
        time.sleep(60)
    if "broken" in sys.argv:
        sys.exit(3)
    server.run()
