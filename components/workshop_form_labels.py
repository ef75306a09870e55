"""What fields and alternatives of a form are called."""

import json
import re
from collections import Counter

from components.plain import escaped, showable
from switchboard.forms import Field
from switchboard.tools.shapes import mapped

# No sign of markdown: an escape would be read out to whoever can't see.
_PLAIN = re.compile(r"[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*")
_MOST_NAMES = 3
_LONGEST = 60
_WORDS = {
    "text": "text",
    "number": "number",
    "integer": "whole number",
    "boolean": "yes or no",
    "null": "null",
    "list": "list",
    "alternatives": "one of several",
    "json": "any JSON",
}


def label_of(field: Field) -> str:
    """A property's name, marked if it must be given; markdown."""
    name = field.name if _PLAIN.fullmatch(field.name) else escaped(field.name)
    return f"{name or '(empty name)'}{' · required' if field.is_required else ''}"


def branch_labels(field: Field) -> list[str]:
    """One for each alternative, no two alike; plain text."""
    labels = [_branch_label(branch) for branch in field.branches]
    often = Counter(labels)
    return [
        f"{label} ({at})" if often[label] > 1 else label for at, label in enumerate(labels, start=1)
    ]


def _branch_label(branch: Field) -> str:
    title = branch.shape.get("title")
    if isinstance(title, str) and title.strip():
        return showable(title)
    if branch.kind == "choice":
        return _cut(", ".join(json.dumps(one, ensure_ascii=False) for one in branch.options))
    if branch.kind == "object":
        return _object_label(branch)
    if branch.kind == "list" and "items" in branch.shape:
        return f"list of {_WORDS.get(branch.item(0).kind, 'objects')}"
    return _WORDS[branch.kind]


def _object_label(branch: Field) -> str:
    """By the constants that tell it from the others, else by its names."""
    members = [branch.member(name) for name in mapped(branch.shape, "properties")]
    telling = [one for one in members if len(one.options) == 1]
    if telling:
        return _cut(", ".join(f"{one.name}: {json.dumps(one.options[0])}" for one in telling))
    names = sorted(branch.required) or [one.name for one in members]
    more = ", …" if len(names) > _MOST_NAMES else ""
    return _cut(f"object with {', '.join(names[:_MOST_NAMES])}{more}") if names else "object"


def _cut(text: str) -> str:
    return showable(text if len(text) <= _LONGEST else text[:_LONGEST] + "…")
