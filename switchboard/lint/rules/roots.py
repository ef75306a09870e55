"""Checks of the parameters' root."""

from collections.abc import Iterator

from switchboard.lint.rule import Finding
from switchboard.lint.view import View
from switchboard.tools.quoting import code, shown
from switchboard.wire import Json


def root_without_type(view: View, *, who: str) -> Iterator[Finding]:
    """``type`` is missing, or one of several: it can only be ``object``."""
    root = view.parameters
    if root is not None and "type" not in root:
        message = f'{who} wants `"type": "object"` at the root of the parameters. Add it.'
        yield Finding(("parameters",), message)
    elif root is not None and _is_object_or_other(root["type"]):
        message = (
            f'{who} wants `"type": "object"` at the root of the parameters; it is'
            f" {shown(root['type'])}. Arguments are always an object: leave the others out."
        )
        yield Finding(("parameters", "type"), message)


def root_of_another_type(view: View, *, who: str) -> Iterator[Finding]:
    """``type`` says something else, or the parameters are no schema at all."""
    root = view.parameters
    if root is None and "parameters" in view.function:
        found = shown(view.function["parameters"])
        message = (
            f"{who} wants an object schema as `parameters`; this is {found}. Write one, or leave"
            " `parameters` out."
        )
        yield Finding(("parameters",), message)
    elif root and root.get("type", "object") != "object" and not _is_object_or_other(root["type"]):
        message = (
            f'{who} wants `"type": "object"` at the root of the parameters; it is'
            f" {shown(root['type'])}. Put the value under a property of an object."
        )
        yield Finding(("parameters", "type"), message)


def _is_object_or_other(kind: Json) -> bool:
    return isinstance(kind, list) and "object" in kind


def root_combined(view: View, *, who: str, words: tuple[str, ...]) -> Iterator[Finding]:
    """``anyOf`` and the like at the root, where some take only a plain object."""
    for word in words:
        if word in (view.parameters or {}):
            message = (
                f"{who} takes no {code(word)} at the root of the parameters. Describe all"
                " properties in one object, or put the choice under a property."
            )
            yield Finding(("parameters", word), message)
