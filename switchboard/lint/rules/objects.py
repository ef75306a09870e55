"""Checks of what objects hold, require and leave open."""

from collections.abc import Iterator

from switchboard.lint.places import place
from switchboard.lint.rule import Finding
from switchboard.lint.schemas import properties_of
from switchboard.lint.view import Node, View
from switchboard.tools.quoting import shown

_SAID_ELSEWHERE = ("$ref", "allOf", "anyOf", "oneOf")


def left_open(view: View, *, who: str) -> Iterator[Finding]:
    """Objects that are not closed, those left aside that hold nothing but what is not named."""
    for node in view.values:
        is_closed = node.schema.get("additionalProperties") is False
        if node.is_object and not is_closed and not _is_map(node):
            yield Finding(
                node.path,
                f'{who} closes every object: add `"additionalProperties": false` to'
                f" {place(node.path)}.",
            )


def maps(view: View, *, who: str) -> Iterator[Finding]:
    """Objects whose names the model is to choose: closed, they could hold nothing."""
    for node in view.values:
        if node.is_object and _is_map(node):
            yield Finding(
                node.path,
                f"{who} takes no object without named properties ({place(node.path)})."
                " Name them, or take a list of objects with a key and a value.",
            )


def _is_map(node: Node) -> bool:
    """The root without properties is no map but a tool without arguments, unless it says so."""
    schema = node.schema
    if properties_of(schema) or schema.get("additionalProperties") is False:
        return False
    if any(word in schema for word in _SAID_ELSEWHERE):
        return False
    return bool(node.steps) or "additionalProperties" in schema


def required_no_list(view: View) -> Iterator[Finding]:
    """``required`` that is null, as some generators write it, or true, as Draft 3 had it."""
    for node in view.nodes:
        found = node.schema.get("required", [])
        if not isinstance(found, list):
            yield Finding(
                (*node.path, "required"),
                f"`required` of {place(node.path)} must be a list of names; it is {shown(found)}."
                " Leave it out when nothing is required.",
            )
