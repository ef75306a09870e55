"""A result's length, looked at while it grows."""

from collections.abc import Iterable

from switchboard.templates.bounds import LONGEST_RESULT
from switchboard.templates.worker.failures import TooLong


def limited(pieces: Iterable[str]) -> str:
    """The pieces as one text. Raises ``TooLong`` at the first that is too much."""
    kept: list[str] = []
    left = LONGEST_RESULT
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            raise TooLong(f"The result is longer than {LONGEST_RESULT:,} characters.")
        kept.append(piece)
    return "".join(kept)
