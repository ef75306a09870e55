"""A function's parameters as somebody who writes no JSON sees them."""

from dataclasses import dataclass
from typing import TypeAlias

from switchboard.wire import Json, JsonObject

Where: TypeAlias = tuple[str, ...]
"""The names that lead from the arguments to an object in them; a list of objects is passed through
to the object."""

KINDS: dict[str, JsonObject] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "choice": {"type": "string", "enum": []},
    "object": {"type": "object", "properties": {}},
    "list:text": {"type": "array", "items": {"type": "string"}},
    "list:number": {"type": "array", "items": {"type": "number"}},
    "list:integer": {"type": "array", "items": {"type": "integer"}},
    "list:boolean": {"type": "array", "items": {"type": "boolean"}},
    "list:choice": {"type": "array", "items": {"type": "string", "enum": []}},
    "list:object": {"type": "array", "items": {"type": "object", "properties": {}}},
}
"""What a parameter can be made, and the schema it begins with."""

IN_JSON = "json"
"""The kind of whatever can't be shown in full; it is edited as JSON alone."""

_BEYOND = frozenset(
    ("$ref", "$dynamicRef", "anyOf", "oneOf", "allOf", "not", "if", "const", "prefixItems")
)
_OF_TYPE = {"string": "text", "number": "number", "integer": "integer", "boolean": "boolean"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One property of an object of arguments."""

    name: str
    kind: str
    """Of ``KINDS``, or ``IN_JSON``."""

    about: str
    is_required: bool
    options: tuple[Json, ...]
    """Of a choice, or of a list of choices."""

    schema: Json

    @property
    def holds_parameters(self) -> bool:
        """Whether it is an object, or a list of objects, that can be opened."""
        return self.kind in ("object", "list:object")


def parameters_of(function: JsonObject, where: Where = ()) -> tuple[Parameter, ...]:
    """In order; empty where there is no object that can be shown."""
    holder = holder_at(function, where)
    if holder is None:
        return ()
    properties, required = holder.get("properties"), holder.get("required")
    needed = required if isinstance(required, list) else []
    named = properties.items() if isinstance(properties, dict) else ()
    return tuple(_parameter(name, schema, name in needed) for name, schema in named)


def holder_at(function: JsonObject, where: Where = ()) -> JsonObject | None:
    """The schema of the object there; ``None`` when there is none, or none that can be shown."""
    found: Json = function.get("parameters", {})
    for name in where:
        properties = found.get("properties") if isinstance(found, dict) else None
        found = properties.get(name) if isinstance(properties, dict) else None
        if kind_of(found) == "list:object" and isinstance(found, dict):
            found = found["items"]
    return found if isinstance(found, dict) and not _BEYOND & found.keys() else None


def kind_of(schema: Json) -> str:
    """What a property's schema makes of it."""
    if not isinstance(schema, dict) or _BEYOND & schema.keys():
        return IN_JSON
    if "enum" in schema:
        return "choice" if isinstance(schema["enum"], list) else IN_JSON
    kind = schema.get("type")
    if kind == "object":
        return "object" if isinstance(schema.get("properties", {}), dict) else IN_JSON
    if kind == "array":
        inner = f"list:{kind_of(schema.get('items'))}"
        return inner if inner in KINDS else IN_JSON
    return _OF_TYPE.get(kind, IN_JSON) if isinstance(kind, str) else IN_JSON


def _parameter(name: str, schema: Json, is_required: bool) -> Parameter:
    kind = kind_of(schema)
    whole = schema if isinstance(schema, dict) else {}
    about = whole.get("description")
    inner = whole.get("items") if kind == "list:choice" else whole
    options = inner.get("enum") if isinstance(inner, dict) else None
    return Parameter(
        name=name,
        kind=kind,
        about=about if isinstance(about, str) else "",
        is_required=is_required,
        options=tuple(options) if isinstance(options, list) else (),
        schema=schema,
    )
