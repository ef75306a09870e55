"""Toolsets with their history as one JSON file, and back.

``library_text``: toolsets -> a text. ``read_library``: any text -> the toolsets that can be taken
from it, every problem of the others, and what was mended. ``united``: two histories of one toolset.
"""

from switchboard.library.merging import united
from switchboard.library.reading import LARGEST_FILE, LibraryReading, read_library
from switchboard.library.writing import library_text

__all__ = ["LARGEST_FILE", "LibraryReading", "library_text", "read_library", "united"]
