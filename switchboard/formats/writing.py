"""Tools in any of the formats."""

from collections.abc import Sequence

from switchboard.formats.catalogue import format_of
from switchboard.formats.json_reading import JSON_FORMS
from switchboard.formats.json_writing import write_json_tools
from switchboard.formats.values import Writing
from switchboard.tools import Tool


def write_tools(tools: Sequence[Tool], format: str) -> Writing:
    """The tools in that format, with everything that it can't hold.

    Raises ``ValueError`` for a format that is not known or can't be written.
    """
    if not format_of(format).writes:
        raise ValueError(f"{format!r} can be read, not written")
    if format in JSON_FORMS:
        return write_json_tools(tools, format)
    raise ValueError(format)
