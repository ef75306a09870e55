"""Long documents cut to what a browser draws at once; the whole is downloaded."""

from switchboard.wire import Json

LONGEST_STRING = 2_000
"""Characters of one string in a document; a data URL is far longer."""

LONGEST_TEXT = 40_000
"""Characters of one text on the screen."""

LONG_HEIGHT = 320
"""Pixels of a long text on the screen, so that what stands below it can be reached."""

_DEEPEST = 220  # More than any request or reply may have; drawing more would fail.

_BEGINNING = LONGEST_TEXT * 3 // 4


def with_short_strings(value: Json, *, levels: int = _DEEPEST) -> Json:
    """The same document, its long strings cut and what is below so many levels; keys stay."""
    if isinstance(value, str):
        return _short(value)
    if isinstance(value, list | dict) and not levels:
        return "[… nested too deeply to show …]"
    if isinstance(value, list):
        return [with_short_strings(item, levels=levels - 1) for item in value]
    if isinstance(value, dict):
        return {key: with_short_strings(item, levels=levels - 1) for key, item in value.items()}
    return value


def beginning_and_end(text: str) -> str:
    """The text, or where it is too long its beginning and its end: a stream's usage is there."""
    left_out = len(text) - LONGEST_TEXT
    if left_out <= 0:
        return text
    end = text[_BEGINNING - LONGEST_TEXT :]
    return f"{text[:_BEGINNING]}\n\n[… {left_out:,} characters left out …]\n\n{end}"


def _short(text: str) -> str:
    left_out = len(text) - LONGEST_STRING
    if left_out <= 0:
        return text
    return f"{text[:LONGEST_STRING]}[… {left_out:,} characters left out …]"
