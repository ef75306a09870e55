"""A text that a regular expression finds something in: the shortest plain reading of it."""

from collections.abc import Callable

from switchboard.simulate.pattern_reading import written
from switchboard.tools import value_problems
from switchboard.tools.shapes import Shape

_WORDS = ("pattern", "minLength", "maxLength")


def patterned(wanted: Shape, plain: str) -> str:
    """The plain text if it fits the schema's pattern; else one written from the pattern.

    The plain text too where none could be written that fits.
    """
    if "pattern" not in wanted or _fits(plain, wanted):
        return plain
    pattern = str(wanted["pattern"])
    tries: tuple[Callable[[], str | None], ...] = (
        lambda: written(pattern, least=0),
        lambda: written(pattern, least=_least(wanted)),
    )
    texts = (each() for each in tries)
    return next((text for text in texts if text is not None and _fits(text, wanted)), plain)


def _least(wanted: Shape) -> int:
    length = wanted.get("minLength")
    return min(int(length), 1_000) if isinstance(length, int | float) else 1


def _fits(text: str, wanted: Shape) -> bool:
    schema = {word: wanted[word] for word in _WORDS if word in wanted}
    return not value_problems(text, schema)
