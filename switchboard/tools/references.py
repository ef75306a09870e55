"""References of a schema: each must lead somewhere within it, and not back to itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
from referencing import Registry, Specification
from referencing.exceptions import Unresolvable
from referencing.jsonschema import specification_with

from switchboard.problems import JsonPath, Problem
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.subschemas import children
from switchboard.wire import Json, JsonObject

_KEYWORDS = ("$ref", "$dynamicRef")
_IN_PLACE = ("allOf", "anyOf", "else", "if", "not", "oneOf", "then")


@dataclass(frozen=True, slots=True)
class _Reference:
    keyword: str
    address: str
    path: JsonPath
    target: Any


def reference_problems(schema: JsonObject, dialect: Any) -> list[Problem]:
    """Every reference that leads nowhere, out of the schema, or round in a circle."""
    survey = _Survey(specification_with(dialect.ID_OF(dialect.META_SCHEMA)))
    survey.look_at(schema)
    return [*survey.problems, *survey.loops()]


class _Survey:
    """One walk over a schema that follows its references."""

    def __init__(self, specification: Specification[Any]) -> None:
        self.problems: list[Problem] = []
        self._specification = specification
        self._references: dict[int, list[_Reference]] = {}
        self._schemas: dict[int, JsonObject] = {}

    def look_at(self, schema: JsonObject) -> None:
        resource = self._specification.create_resource(schema)
        registry: Registry[Any] = REGISTRY.combine(Registry())
        self._visit(schema, (), registry.resolver_with_root(resource))

    def _visit(self, schema: Json, path: JsonPath, resolver: Any) -> None:
        stop_when_late()
        if not isinstance(schema, dict) or id(schema) in self._schemas:
            return
        self._schemas[id(schema)] = schema
        self._references[id(schema)] = []
        for keyword in _KEYWORDS:
            if isinstance(address := schema.get(keyword), str):
                self._follow(schema, (*path, keyword), address, resolver)
        for child, steps in children(schema):
            if isinstance(child, dict):
                resource = self._specification.create_resource(child)
                self._visit(child, (*path, *steps), resolver.in_subresource(resource))

    def _follow(self, schema: JsonObject, path: JsonPath, address: str, resolver: Any) -> None:
        keyword = str(path[-1])
        try:
            found = resolver.lookup(address)
        # referencing lets a pointer into a list by name, or a broken host, escape as ValueError.
        except (Unresolvable, ValueError, TypeError):
            self.problems.append(Problem(_unresolved(address), path, keyword=keyword))
            return
        if not isinstance(found.contents, dict | bool):
            message = f"`{keyword}` points to something that is no schema: {address[:100]}."
            self.problems.append(Problem(message, path, keyword=keyword))
            return
        self._references[id(schema)].append(_Reference(keyword, address, path, found.contents))
        if id(found.contents) not in self._schemas and address.startswith("#"):
            self._visit(found.contents, path, found.resolver)

    def loops(self) -> Iterator[Problem]:
        """References from which one comes back without going any deeper into a value."""
        for references in self._references.values():
            for reference in references:
                if self._comes_back(reference):
                    yield Problem(
                        f"This {reference.keyword} ({reference.address[:100]}) leads back to"
                        " itself, so checking would never end. Point it to another schema, or"
                        " put the repetition beneath a property or list.",
                        reference.path,
                        keyword=reference.keyword,
                    )

    def _comes_back(self, start: _Reference) -> bool:
        seen: set[int] = set()
        waiting = [start.target]
        while waiting:
            stop_when_late()
            schema = waiting.pop()
            if id(schema) in seen or not isinstance(schema, dict):
                continue
            seen.add(id(schema))
            beyond = self._references.get(id(schema), [])
            if any(each is start for each in beyond):
                return True
            waiting += [each.target for each in beyond]
            waiting += _applied_in_place(schema)
        return False


def _applied_in_place(schema: JsonObject) -> Iterator[Json]:
    for child, steps in children(schema):
        if steps[0] in _IN_PLACE or steps[0] == "dependentSchemas":
            yield child


def _unresolved(address: str) -> str:
    if address.startswith("#"):
        return (
            f"Nothing is at {address[:100]}. Correct the reference, or add the schema it names"
            " (usually under `$defs`)."
        )
    return (
        f"{address[:100]} is outside this schema, and references are never fetched. Copy what it"
        " names under `$defs` and refer to it as #/$defs/…."
    )
