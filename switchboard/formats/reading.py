"""A text in any of the formats, as canonical tools."""

from switchboard.formats.catalogue import format_of
from switchboard.formats.json_forms import JSON_FORMS, read_json_tools
from switchboard.formats.text_readers import TEXT_READERS
from switchboard.formats.values import Reading


def read_tools(text: str, *, format: str | None = None, name: str = "") -> Reading:
    """The tools in a text. Any text gives a reading; nothing in it is run or fetched.

    The form is found out by itself unless ``format`` says which; ``name`` is the file's, whose
    ending can tell. Raises ``ValueError`` for a format that is not known or can't be read.
    """
    if format is not None and not format_of(format).reads:
        raise ValueError(f"{format!r} can be written, not read")
    for id, reader in TEXT_READERS.items():
        if format == id or (format is None and reader.recognises(text, name)):
            return reader.read(text)
    return read_json_tools(text, format if format in JSON_FORMS else None)
