"""Tools in and out of other formats.

``read_tools``: a text in whatever form -> canonical tools, what was not understood, and what is
kept only beside them. ``write_tools``: tools -> a text in that form, and what it can't hold.
Nothing here raises on what somebody wrote, runs it, or fetches anything.

A canonical tool is Chat's, with what Chat can't hold under ``x-switchboard``:

- ``title``, ``output_schema``, ``annotations`` (MCP's names for them, whoever has them),
- ``examples``: argument objects; ``http``: the request it stands for; ``source``: where it is from,
- ``responses``, ``anthropic``, ``gemini``, ``mcp``: what that form alone knows, under its own keys
  (``cache_control``, ``behavior``, ``_meta``, ``icons``), put back when it is written in that form.
"""

from switchboard.formats.catalogue import FORMATS
from switchboard.formats.reading import read_tools
from switchboard.formats.values import Format, Loss, Reading, Writing
from switchboard.formats.writing import write_tools

__all__ = ["FORMATS", "Format", "Loss", "Reading", "Writing", "read_tools", "write_tools"]
