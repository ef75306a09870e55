"""Which form a reply has: decided by its first bytes, and by its content type only where those
leave it open. Gateways mislabel both ways."""

from enum import Enum

# A byte-order mark, and the white space that some gateways send while they wait (OpenRouter).
PADDING = b"\xef\xbb\xbf \t\r\n"
_FIELDS = (b"data:", b"event:", b"id:", b"retry:", b":")


class Form(Enum):
    """What a body is."""

    STREAM = "event stream"
    JSON = "JSON"
    PAGE = "HTML"
    WORDS = "plain text"


def kind_of(content_type: str) -> str:
    """The content type without what is beside it, such as a character set."""
    return content_type.partition(";")[0].strip().lower()


def form_of(start: bytes, content_type: str) -> Form | None:
    """The form of a body that starts like this after its ``PADDING``, or ``None`` while more bytes
    are needed to tell."""
    if not start:
        return None
    if start[:1] in b"{[":
        return Form.JSON
    if start[:1] == b"<":
        return Form.PAGE
    if "event-stream" in content_type.lower():
        return Form.STREAM
    if any(start.startswith(field) for field in _FIELDS):
        return Form.STREAM
    if any(field.startswith(start) for field in _FIELDS):
        return None
    return Form.WORDS
