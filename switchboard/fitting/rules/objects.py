"""Rules for objects: closed, every property required, optional ones nullable."""

from collections.abc import Iterator

from switchboard.fitting.edits import At, Edit
from switchboard.fitting.naming import named
from switchboard.fitting.rules.nulls import nullable, takes_null
from switchboard.tools.quoting import code
from switchboard.wire import JsonObject


def closed(node: JsonObject, at: At) -> Iterator[Edit]:
    """An object with properties takes no others; so do parameters that name none."""
    beyond = node.get("additionalProperties", True)
    if beyond is False or not _is_object(node) or "patternProperties" in node:
        return
    if not node.get("properties") and not at.is_root:
        return
    if beyond is True or beyond == {}:
        said = "additionalProperties" in node
        yield Edit(
            "close",
            f"Other properties of {named(at.path)} are refused",
            lambda now: {**now, "properties": properties_of(now), "additionalProperties": False},
            "Only what is described is taken"
            + (", where anything was allowed in so many words." if said else "."),
            beneath=("additionalProperties",),
        )


def only_described(node: JsonObject, at: At) -> Iterator[Edit]:
    """A name that is required and not described is no longer required."""
    required = node.get("required")
    if not _is_object(node) or not isinstance(required, list):
        return
    for name in required:
        if name not in properties_of(node):
            yield Edit(
                "unrequire",
                f"{code(str(name))} is no longer required of {named(at.path)}",
                lambda now, name=name: _unrequired(now, name),  # type: ignore[misc]
                "It was required without being described.",
                beneath=("required", str(name)),
                loosens=True,
            )


def all_required(node: JsonObject, _: At) -> Iterator[Edit]:
    """Every property is required; one that was optional is null where it is left out."""
    required = node.get("required")
    listed = {str(name) for name in required} if isinstance(required, list) else set()
    if _is_object(node) and "properties" in node and "required" not in node:
        yield from _empty_required(node)
    for name, schema in properties_of(node).items() if _is_object(node) else ():
        if name not in listed:
            was_nullable = takes_null(schema)
            yield Edit(
                "nullable",
                f"{code(name)} becomes " + ("required" if was_nullable else "nullable"),
                lambda now, name=name: _required(now, name),  # type: ignore[misc]
                "The model always writes it"
                + ("." if was_nullable else "; null stands for leaving it out."),
                beneath=("properties", name),
            )


def properties_of(node: JsonObject) -> JsonObject:
    """The properties an object describes; none if it says nothing of them."""
    properties = node.get("properties")
    return properties if isinstance(properties, dict) else {}


def _empty_required(node: JsonObject) -> Iterator[Edit]:
    if not node["properties"]:
        yield Edit(
            "require-none",
            "`required` is there, and empty",
            lambda now: {**now, "required": now.get("required", [])},
            beneath=("required",),
        )


def _required(node: JsonObject, name: str) -> JsonObject:
    properties, required = properties_of(node), node.get("required")
    made = {**properties, name: nullable(properties[name])}
    listed = required if isinstance(required, list) else []
    return {**node, "properties": made, "required": [*listed, name]}


def _unrequired(node: JsonObject, name: str) -> JsonObject:
    required = node.get("required")
    listed = required if isinstance(required, list) else []
    return {**node, "required": [each for each in listed if each != name]}


def _is_object(node: JsonObject) -> bool:
    kind = node.get("type")
    named = kind == "object" or (isinstance(kind, list) and "object" in kind)
    return named or isinstance(node.get("properties"), dict)
