"""Rules for ``$ref``: replaced by what it names, or left alone in it."""

from collections.abc import Iterator

from switchboard.fitting.conjunction import WORDS, both
from switchboard.fitting.edits import At, Edit, without
from switchboard.fitting.naming import named
from switchboard.payload.gemini.merging import merged
from switchboard.payload.gemini.references import pointed_at
from switchboard.tools.quoting import code
from switchboard.tools.walks import walk
from switchboard.wire import Json, JsonObject

DEFINITIONS = ("$defs", "definitions")
_OF_A_ROOT = (*DEFINITIONS, "$schema", "$id")


def inlined(node: JsonObject, at: At) -> Iterator[Edit]:
    """Every reference becomes what it names; a schema that contains itself is cut off."""
    reference = node.get("$ref")
    target = target_of(node, at)
    if not isinstance(reference, str) or target is None:
        return
    if is_cut(reference, at):
        yield Edit(
            "cut",
            f"The schema of {named(at.path)} is cut off and ends in any object",
            lambda now: {key: now[key] for key in now if key in WORDS} | {"type": "object"},
            f"{code(reference)} contains itself; what is deeper is no longer described.",
            loosens=True,
            is_first=True,
            is_everywhere=not is_steady(reference),
        )
    else:
        yield _inlining(node, at, target=target)


def lone(node: JsonObject, at: At) -> Iterator[Edit]:
    """A reference with anything beside it becomes what it names; so does one that leads
    elsewhere than to a definition, because what it names may move."""
    reference = node.get("$ref")
    target = target_of(node, at)
    beside = without(node, "$ref", *DEFINITIONS)
    if not isinstance(reference, str) or target is None:
        return
    if not beside and is_steady(reference):
        return
    if not is_cut(reference, at):
        yield _inlining(node, at, target=target)
    elif beside:
        yield Edit(
            "bare",
            f"What stands beside the `$ref` of {named(at.path)} is dropped",
            lambda now: {key: now[key] for key in ("$ref", *DEFINITIONS) if key in now},
            f"{code(reference)} contains itself, so it cannot be replaced by what it names.",
            loosens=not beside.keys() <= WORDS,
            is_first=True,
        )


def target_of(node: JsonObject, at: At) -> JsonObject | None:
    """The schema a reference names, without the definitions of a root."""
    reference = node.get("$ref")
    target = pointed_at(at.root, reference) if isinstance(reference, str) else None
    return without(target, *_OF_A_ROOT) if target is not None else None


def is_cut(reference: str, at: At) -> bool:
    """Whether it would begin what has been inlined here already again, without end."""
    return reference in at.recursive and reference in at.references


def is_steady(reference: str) -> bool:
    """Whether it names the whole or one definition, which stay where they are."""
    steps = reference.split("/")
    return reference == "#" or (len(steps) == 3 and steps[1] in DEFINITIONS)


def refers(value: Json) -> bool:
    """Whether there is a reference anywhere within."""
    return any(isinstance(each, dict) and "$ref" in each for _, each in walk(value))


def definitions_dropped(node: JsonObject, at: At) -> Iterator[Edit]:
    """Definitions go where nothing refers to them any more."""
    is_needed = refers(without(node, *DEFINITIONS))
    for key in DEFINITIONS:
        if key in node and not is_needed:
            yield Edit(
                "drop",
                f"`{key}` of {named(at.path)} is dropped",
                lambda now, key=key: without(now, key),  # type: ignore[misc]
                beneath=(key,),
                after=("inline", "cut", "merge", "union"),
            )


def _inlining(node: JsonObject, at: At, *, target: JsonObject) -> Edit:
    reference = str(node["$ref"])
    is_exact = both(without(node, "$ref"), target) is not None
    return Edit(
        "inline",
        f"The `$ref` of {named(at.path)} is inlined",
        lambda now: inline(now, target),
        "" if is_exact else "Where the two say different things, what stands beside it holds.",
        loosens=not is_exact,
        is_first=True,
        through=(reference,),
        is_everywhere=not is_steady(reference),
    )


def inline(node: JsonObject, target: JsonObject) -> JsonObject:
    """What stands beside the reference, and what it names."""
    beside = without(node, "$ref")
    joined = both(beside, target)
    return merged(beside, target) if joined is None else joined
