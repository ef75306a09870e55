"""An object schema laid flat, so that its properties can be arguments of a tool themselves."""

from dataclasses import dataclass, field

from switchboard.formats.openapi.pointers import followed
from switchboard.formats.openapi.shapes import list_in, object_in, texts_in
from switchboard.wire import Json, JsonObject

_MOST_PARTS = 200

# Beside one of these the properties alone do not say what is valid.
_MORE_THAN_PROPERTIES = frozenset(
    (
        "anyOf",
        "dependentRequired",
        "dependentSchemas",
        "discriminator",
        "if",
        "maxProperties",
        "minProperties",
        "not",
        "oneOf",
        "patternProperties",
        "propertyNames",
        "unevaluatedProperties",
    )
)


@dataclass(slots=True)
class FlatObject:
    """The properties of a schema and of all that its ``allOf`` adds."""

    properties: dict[str, Json] = field(default_factory=dict)
    required: list[str] = field(default_factory=list)
    is_closed: bool = False
    """Whether it takes no other properties."""


def flat_object(document: JsonObject, schema: Json) -> FlatObject | None:
    """The schema as properties only; ``None`` when they would not say the same."""
    flat = FlatObject()
    waiting: list[Json] = [schema]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return flat if flat.properties else None
        part, problems = followed(document, waiting.pop(0))
        if problems or not _is_plain(part):
            return None
        if not _add(flat, part):
            return None
        waiting = [*list_in(part.get("allOf")), *waiting]
    return None


def _is_plain(part: JsonObject) -> bool:
    kind = part.get("type")
    is_object = kind == "object" or (kind is None and ("properties" in part or "allOf" in part))
    is_open = not isinstance(part.get("additionalProperties"), dict)
    return is_object and is_open and not _MORE_THAN_PROPERTIES & part.keys()


def _add(flat: FlatObject, part: JsonObject) -> bool:
    """Whether the part could be added: a property that two parts describe needs both."""
    properties = object_in(part.get("properties"))
    if any(
        name in flat.properties and flat.properties[name] != properties[name] for name in properties
    ):
        return False
    flat.properties |= properties
    flat.required += texts_in(part.get("required"))
    flat.is_closed = flat.is_closed or part.get("additionalProperties") is False
    return True
