"""Rules for the function object around the parameters."""

import re
from collections.abc import Iterator

from switchboard.fitting.edits import At, Edit, without
from switchboard.tools.quoting import code
from switchboard.wire import JsonObject

_LONGEST_NAME = 64
_LONGEST_DESCRIPTION = 1_024
_ILLEGAL = re.compile(r"[^a-zA-Z0-9_-]+")


def legal_name(node: JsonObject, _: At) -> Iterator[Edit]:
    """Letters, digits, underscores and dashes, 64 of them."""
    yield from _renamed(node, starts_with_letter=False)


def common_name(node: JsonObject, _: At) -> Iterator[Edit]:
    """The same, and it begins with a letter or underscore."""
    yield from _renamed(node, starts_with_letter=True)


def made_strict(node: JsonObject, _: At) -> Iterator[Edit]:
    """``strict`` becomes true."""
    if node.get("strict") is not True:
        yield Edit(
            "strict",
            "`strict` becomes true",
            lambda now: {**now, "strict": True},
            "The provider holds the model to the schema.",
            beneath=("strict",),
        )


def strict_dropped(node: JsonObject, _: At) -> Iterator[Edit]:
    """``strict`` goes: not everybody takes the key, and strict mode asks for other schemas."""
    if "strict" in node:
        yield Edit(
            "drop",
            "`strict` is dropped",
            lambda now: without(now, "strict"),
            "The provider does not hold the model to the schema." if node["strict"] else "",
            beneath=("strict",),
        )


def null_parameters_dropped(node: JsonObject, _: At) -> Iterator[Edit]:
    """``parameters: null`` is refused; a function without arguments has none."""
    if "parameters" in node and node["parameters"] is None:
        yield Edit(
            "drop",
            "`parameters` is dropped: it is null",
            lambda now: without(now, "parameters"),
            beneath=("parameters",),
        )


def empty_parameters_dropped(node: JsonObject, _: At) -> Iterator[Edit]:
    """Parameters without properties are left out."""
    parameters = node.get("parameters")
    if isinstance(parameters, dict) and not parameters.get("properties"):
        yield Edit(
            "drop",
            "`parameters` is dropped: it has no properties",
            lambda now: without(now, "parameters"),
            "The tool takes no arguments.",
            beneath=("parameters",),
            is_last=True,
        )


def short_description(node: JsonObject, _: At) -> Iterator[Edit]:
    """A description of at most 1024 characters, cut after a sentence if one ends late."""
    description = node.get("description")
    if isinstance(description, str) and len(description) > _LONGEST_DESCRIPTION:
        yield Edit(
            "shorten",
            f"The description is cut from {len(description)} characters to {_LONGEST_DESCRIPTION}",
            lambda now: {**now, "description": _cut(description)},
            "The model is not told the rest.",
            beneath=("description",),
        )


def _renamed(node: JsonObject, *, starts_with_letter: bool) -> Iterator[Edit]:
    name = node.get("name")
    if not isinstance(name, str):
        return
    legal = _legal(name, starts_with_letter=starts_with_letter)
    if legal != name:
        yield Edit(
            "rename",
            f"The name becomes {code(legal)}",
            lambda now: {**now, "name": legal},
            f"The model sees another name, and calls come with it instead of {code(name)}.",
            beneath=("name",),
        )


def _legal(name: str, *, starts_with_letter: bool) -> str:
    plain = _ILLEGAL.sub("_", name).strip("_") if _ILLEGAL.search(name) else name
    if starts_with_letter and not re.match(r"[a-zA-Z_]", plain):
        plain = f"_{plain}"
    return plain[:_LONGEST_NAME] or "tool"


def _cut(text: str) -> str:
    head = text[:_LONGEST_DESCRIPTION]
    end = max(head.rfind(mark) for mark in (". ", ".\n", "。"))
    return head[: end + 1] if end > _LONGEST_DESCRIPTION // 2 else head[:-1].rstrip() + "…"
