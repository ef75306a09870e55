"""Python source as tools: read as text, never run, and nothing of it is imported."""

from switchboard.formats.python_source.reading import read_python_source
from switchboard.formats.python_source.recognition import is_python

__all__ = ["is_python", "read_python_source"]
