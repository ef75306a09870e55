"""Checks of what objects leave open."""

from collections.abc import Iterator

from switchboard.lint.places import place
from switchboard.lint.rule import Finding
from switchboard.lint.view import Node, View, properties_of


def left_open(view: View, *, who: str) -> Iterator[Finding]:
    """Objects that are not closed, those left aside that hold nothing but what is not named."""
    for node in view.nodes:
        is_closed = node.schema.get("additionalProperties") is False
        if node.is_object and not is_closed and not _is_map(node):
            yield Finding(
                node.path,
                f'{who} closes every object: add `"additionalProperties": false` to'
                f" {place(node.path)}.",
            )


def maps(view: View, *, who: str) -> Iterator[Finding]:
    """Objects whose names the model is to choose: closed, they could hold nothing."""
    for node in view.nodes:
        if node.is_object and _is_map(node):
            yield Finding(
                node.path,
                f"{who} takes no object without named properties, and {place(node.path)} is one."
                " Name them, or take a list of objects with a key and a value.",
            )


def _is_map(node: Node) -> bool:
    """The root without properties is no map but a tool without arguments, unless it says so."""
    if properties_of(node.schema) or node.schema.get("additionalProperties") is False:
        return False
    return bool(node.steps) or node.schema.get("additionalProperties") not in (None, {})
