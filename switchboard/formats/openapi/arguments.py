"""One argument of a tool, and where in the HTTP request it goes."""

from dataclasses import dataclass

from switchboard.formats.legal_names import legal_argument
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Argument:
    """A value that the model gives."""

    wanted: str
    """What the document calls it."""

    schema: Json
    """In OpenAPI's own dialect."""

    place: JsonObject
    """``{"in": "query", "name": "limit"}`` and how it is written there; of the whole body only
    ``{"in": "body"}``."""

    is_required: bool = False
    description: str = ""
    """Where it is not the schema that describes it."""


def named(arguments: list[Argument]) -> dict[str, Argument]:
    """The arguments by names that are legal and unique, in order."""
    names: dict[str, Argument] = {}
    for each in arguments:
        names[legal_argument(each.wanted, names)] = each
    return names
