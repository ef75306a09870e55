"""Words that no other answer of this run has."""

import itertools

_NUMBERS = itertools.count()


def new_mark() -> str:
    """Letters and digits; none is the beginning of another."""
    return f"m{next(_NUMBERS)}x"
