"""A rule for the bounds of numbers."""

from collections.abc import Iterator
from math import ceil, floor, isfinite

from switchboard.fitting.edits import At, Edit, replaced
from switchboard.fitting.naming import named
from switchboard.wire import JsonObject


def inclusive_bounds(node: JsonObject, at: At) -> Iterator[Edit]:
    """Exclusive bounds become inclusive ones: the next whole number, where whole numbers are."""
    for exclusive, inclusive in _BOUNDS.items():
        bound = node.get(exclusive)
        if isinstance(bound, int | float) and not isinstance(bound, bool):
            is_exact = node.get("type") == "integer" and isfinite(bound)
            yield Edit(
                "inclusive",
                f"The exclusive bound of {named(at.path)} becomes an inclusive one",
                lambda now, key=exclusive, to=inclusive: _inclusive(now, key, to),  # type: ignore[misc]
                "" if is_exact else "The bound itself is allowed now.",
                beneath=(exclusive,),
                loosens=not is_exact,
            )


_BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}


def _inclusive(node: JsonObject, exclusive: str, inclusive: str) -> JsonObject:
    bound, beside = node.get(exclusive), node.get(inclusive)
    if not isinstance(bound, int | float):
        return node
    is_lower = inclusive == "minimum"
    if node.get("type") == "integer" and isfinite(bound):
        bound = floor(bound) + 1 if is_lower else ceil(bound) - 1
    if isinstance(beside, int | float):
        bound = max(bound, beside) if is_lower else min(bound, beside)
    return replaced(node, exclusive, {inclusive: bound})
