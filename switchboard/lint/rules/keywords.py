"""Checks of the keywords a schema may and may not have."""

from collections.abc import Collection, Iterator

from switchboard.lint.places import place
from switchboard.lint.rule import Finding
from switchboard.lint.schemas import kinds
from switchboard.lint.view import Node, View
from switchboard.tools.quoting import code

_INSTEAD = {
    "$defs": "Leave it out once nothing refers to it.",
    "definitions": "Leave it out once nothing refers to it.",
    "$ref": "Write out what it names there.",
    "$schema": "Leave it out.",
    "allOf": "Write its parts as one schema.",
    "additionalProperties": "Leave it out.",
    "const": "Write an `enum` of one value.",
    "oneOf": "Write `anyOf`.",
    "patternProperties": "Describe the value with `properties` instead.",
    "prefixItems": "Describe the value with `items`, or with an object's `properties`, instead.",
}
_IN_WORDS = "Leave it out and say in the description what it meant."


def refused(view: View, *, who: str, words: Collection[str]) -> Iterator[Finding]:
    """Each of these words, wherever it stands."""
    for node in view.nodes:
        for word in node.schema:
            if word in words:
                advice = _INSTEAD.get(word, _IN_WORDS)
                yield _at(node, word, f"{who} takes no {code(word)}", advice)


def unknown(
    view: View, *, who: str, known: Collection[str], elsewhere: Collection[str]
) -> Iterator[Finding]:
    """Each word that is not among those known, and not the matter of another rule."""
    for node in view.nodes:
        for word in node.schema:
            if word not in known and word not in elsewhere:
                yield _at(node, word, f"{who} does not know {code(word)}", "Leave it out.")


def formats(view: View, *, who: str, known: Collection[str]) -> Iterator[Finding]:
    """A ``format`` of a string that is not among those known."""
    for node in view.nodes:
        found = node.schema.get("format")
        if isinstance(found, str) and found not in known and "string" in kinds(node.schema):
            advice = f"Leave it out, or take one of {', '.join(map(code, known))}."
            yield _at(node, "format", f"{who} does not know the format {code(found)}", advice)


def _at(node: Node, word: str, fault: str, advice: str) -> Finding:
    return Finding((*node.path, word), f"{fault} (in {place(node.path)}). {advice}")
