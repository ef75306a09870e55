"""Every operation of a document. OpenAPI 3.2, "Path Item Object"."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from switchboard.formats.legal_names import legal_name
from switchboard.formats.openapi.pointers import followed
from switchboard.formats.openapi.shapes import object_in, text_in, texts_in
from switchboard.problems import Problem
from switchboard.tools.quoting import code
from switchboard.wire import JsonObject

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, as much of it as a person needs to choose."""

    id: str
    """Its ``operationId`` or, without one of its own, ``GET /path``; no two have the same."""

    method: str
    """In upper case."""

    path: str
    name: str
    """Of the tool: the id, made legal and unique."""

    summary: str = ""
    is_deprecated: bool = False
    tags: tuple[str, ...] = ()
    item: JsonObject = field(default_factory=dict, repr=False, compare=False)
    """The path item it stands in."""

    value: JsonObject = field(default_factory=dict, repr=False, compare=False)
    """The operation as written."""


def operations_in(document: JsonObject) -> tuple[tuple[Operation, ...], tuple[Problem, ...]]:
    """The operations in the order of the document, and the paths that could not be read."""
    operations: list[Operation] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    names: set[str] = set()
    for path, written in object_in(document.get("paths")).items():
        item, faults = followed(document, written, ("paths", path))
        problems += faults
        for method, value in _methods(item):
            each = _operation(path, method, item, value, ids, names)
            operations.append(each)
            ids.add(each.id)
            names.add(each.name)
        problems += _shapeless(path, item)
    return tuple(operations), tuple(problems)


def _methods(item: JsonObject) -> Iterator[tuple[str, JsonObject]]:
    for method, value in item.items():
        if method in METHODS and isinstance(value, dict):
            yield method, value


def _shapeless(path: str, item: JsonObject) -> Iterator[Problem]:
    for method, value in item.items():
        if method in METHODS and not isinstance(value, dict):
            message = f"The operation {code(method)} of {code(path)} is no object."
            yield Problem(message, ("paths", path, method))


def _operation(
    path: str, method: str, item: JsonObject, value: JsonObject, ids: set[str], names: set[str]
) -> Operation:
    own = text_in(value.get("operationId"))
    place = f"{method.upper()} {path}"
    summary = text_in(value.get("summary")) or text_in(item.get("summary"))
    return Operation(
        id=own if own and own not in ids and " " not in own else place,
        method=method.upper(),
        path=path,
        name=legal_name(own or f"{method}{path}", names),
        summary=summary or text_in(value.get("description")).partition("\n")[0],
        is_deprecated=value.get("deprecated") is True,
        tags=tuple(texts_in(value.get("tags"))),
        item=item,
        value=value,
    )
