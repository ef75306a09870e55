"""The readers of what is no list of tools: descriptions of interfaces, source, requests."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from switchboard.formats.openapi import is_openapi, read_openapi
from switchboard.formats.python_source import is_python, read_python_source
from switchboard.formats.requests import is_curl, read_request_tools
from switchboard.formats.values import Reading


@dataclass(frozen=True, slots=True)
class TextReader:
    """How a text of one format is known and read."""

    recognises: Callable[[str, str], bool]
    """Of the text and its file's name; asked in order, before the JSON forms are."""

    read: Callable[[str], Reading]


TEXT_READERS: Mapping[str, TextReader] = {
    "request": TextReader(is_curl, read_request_tools),
    "openapi": TextReader(is_openapi, lambda text: read_openapi(text).reading()),
    "python-source": TextReader(is_python, read_python_source),
}
"""By the format's id."""
