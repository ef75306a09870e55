"""Tools in and out of other formats.

``read_tools``: a text in whatever form -> canonical tools, what was not understood, and what is
kept only beside them. ``write_tools``: tools -> a text in that form, and what it can't hold.
Nothing here raises on what somebody wrote, runs it, or fetches anything.
"""

from switchboard.formats.catalogue import FORMATS
from switchboard.formats.reading import read_tools
from switchboard.formats.values import Format, Loss, Reading, Writing
from switchboard.formats.writing import write_tools

__all__ = ["FORMATS", "Format", "Loss", "Reading", "Writing", "read_tools", "write_tools"]
