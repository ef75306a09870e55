"""Checks of arrays."""

from collections.abc import Iterator

from switchboard.lint.places import place
from switchboard.lint.rule import Finding
from switchboard.lint.schemas import kinds
from switchboard.lint.view import View


def without_items(view: View, *, who: str) -> Iterator[Finding]:
    """An array that does not say what it holds, in a list of types too."""
    for node in view.nodes:
        if "array" in kinds(node.schema) and "items" not in node.schema:
            message = f"{who} wants `items` in every array: say what {place(node.path)} holds."
            yield Finding(node.path, message)
