"""Checks of a tool's name, the same for every provider but for the numbers."""

import re
from collections.abc import Iterator

from switchboard.lint.rule import Finding
from switchboard.lint.view import View
from switchboard.tools.quoting import code, shown


def characters(view: View, *, who: str, allowed: str, words: str) -> Iterator[Finding]:
    """``allowed`` is a pattern that the whole name must match."""
    name = view.name
    if name and not re.fullmatch(allowed, name):
        message = f"A name for {who} has {words}; this is {shown(name)}. Replace the others by `_`."
        yield Finding(("name",), message)


def length(view: View, *, who: str, most: int) -> Iterator[Finding]:
    """A name has at least one character everywhere."""
    size = len(view.name)
    if not view.name:
        message = f"A name for {who} has 1 to {most} characters; this is empty. Give it one."
        yield Finding(("name",), message)
    elif size > most:
        message = f"A name for {who} has at most {most} characters; this has {size}. Shorten it."
        yield Finding(("name",), message)


def parameter_names(view: View, *, who: str, allowed: str, words: str) -> Iterator[Finding]:
    """Names of the parameters themselves; deeper ones are not looked at by those who refuse."""
    for node in view.nodes:
        name = node.steps[-1] if node.is_property else None
        if isinstance(name, str) and len(node.path) == 3 and not re.fullmatch(allowed, name):
            message = (
                f"A parameter's name for {who} has {words}; this is {code(name)}"
                f" ({len(name)} characters). Rename it."
            )
            yield Finding(node.path, message)
