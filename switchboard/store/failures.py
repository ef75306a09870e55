"""What a database says when it fails, in sentences for the reader."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

from switchboard.errors import StoreError

_SENTENCES = (
    ("locked", "It is locked by another program.", "Close the other program, or try again."),
    ("readonly", "It is read-only.", "Make the file and its folder writable."),
    ("unable to open", "The file cannot be opened.", "Check that the folder exists and is yours."),
    ("is full", "The disk is full.", "Free some space and try again."),
    ("disk i/o", "The disk reports an error.", "Check the disk and its free space."),
    ("not a database", "The file is no database.", "Name another file."),
    ("malformed", "The file is damaged.", "Restore a copy, or name another file."),
    ("no such table", "A table is missing.", "Restart the program, or name another file."),
    ("refused", "The server refuses connections.", "Is the database server running?"),
    ("authentication failed", "The server refuses this user.", "Check user name and password."),
)


@contextmanager
def told_plainly(place: str) -> Iterator[None]:
    """Raises ``StoreError`` with a sentence for every error of the database in the block.

    ``place`` names the database for the reader and holds no password.
    """
    try:
        yield
    except (DBAPIError, NoConnectionFree) as error:
        raise _in_words(error, place) from error


def _in_words(error: DBAPIError | NoConnectionFree, place: str) -> StoreError:
    if isinstance(error, IntegrityError):
        return StoreError(
            f"The database {place} refused a row: what it belongs to is not there (any more).",
            advice="It was probably deleted in another tab.",
        )
    said = _first_line(error)
    for sign, sentence, advice in _SENTENCES:
        if sign in said.lower():
            return StoreError(f"The database {place} cannot be used. {sentence}", advice=advice)
    return StoreError(f"The database {place} cannot be used: {said}.")


def _first_line(error: DBAPIError | NoConnectionFree) -> str:
    """What the driver said, without the statement and its values, which may be a conversation."""
    said = str(error.orig) if isinstance(error, DBAPIError) else "too many threads use it at once"
    return (said.splitlines() or ["no reason given"])[0].rstrip(".")[:300]
