"""References of a schema: each must lead somewhere within it, and not back to itself."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]
from referencing import Registry, Specification
from referencing.exceptions import Unresolvable
from referencing.jsonschema import specification_with

from switchboard.problems import JsonPath, Problem
from switchboard.tools.deadline import stop_when_late
from switchboard.tools.loops import leads, loops_of
from switchboard.tools.quoting import code
from switchboard.tools.subschemas import children
from switchboard.wire import Json, JsonObject

_KEYWORDS = ("$ref", "$dynamicRef")
_IN_PLACE = ("allOf", "anyOf", "dependentSchemas", "else", "if", "not", "oneOf", "then")


@dataclass(frozen=True, slots=True)
class _Reference:
    keyword: str
    address: str
    path: JsonPath
    target: Any

    def loop_problem(self) -> Problem:
        return Problem(
            f"This {code(self.keyword)} ({_address(self.address)}) leads back to itself, so"
            " checking would never end. Point it to another schema, or put the repetition"
            " beneath a property or list.",
            self.path,
            keyword=self.keyword,
        )


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
        # By identity: two equal schemas in two places are two schemas.
        self._schemas: dict[int, JsonObject] = {}
        self._references: dict[int, list[_Reference]] = {}
        self._waiting: deque[tuple[JsonObject, JsonPath, Any]] = deque()

    def look_at(self, schema: JsonObject) -> None:
        """Visit every schema within, then those that only a reference leads to."""
        resource = self._specification.create_resource(schema)
        registry: Registry[Any] = REGISTRY.combine(Registry())
        self._waiting.append((schema, (), registry.resolver_with_root(resource)))
        while self._waiting:
            stop_when_late()
            self._visit(*self._waiting.popleft())

    def _visit(self, schema: JsonObject, path: JsonPath, resolver: Any) -> None:
        if id(schema) in self._references:
            return
        self._schemas[id(schema)] = schema
        self._references[id(schema)] = []
        for child, steps in children(schema):
            if isinstance(child, dict):
                resource = self._specification.create_resource(child)
                place = ((*path, *steps), resolver.in_subresource(resource))
                self._waiting.append((child, *place))
        for keyword in _KEYWORDS:
            if isinstance(address := schema.get(keyword), str):
                self._follow(schema, (*path, keyword), address=address, resolver=resolver)

    def _follow(self, schema: JsonObject, path: JsonPath, *, address: str, resolver: Any) -> None:
        keyword = str(path[-1])
        try:
            found = resolver.lookup(address)
        # referencing lets a pointer into a list by name, or a broken host, escape as ValueError;
        # looking for an anchor, it takes the lists in Draft 7's ``dependencies`` for schemas.
        except (Unresolvable, ValueError, TypeError, AttributeError):
            self.problems.append(Problem(_unresolved(address), path, keyword=keyword))
            return
        if not isinstance(found.contents, dict | bool):
            message = f"{code(keyword)} points to something that is no schema: {_address(address)}."
            self.problems.append(Problem(message, path, keyword=keyword))
            return
        self._references[id(schema)].append(_Reference(keyword, address, path, found.contents))
        if isinstance(found.contents, dict) and address.startswith("#"):
            self._waiting.append((found.contents, path, found.resolver))

    def loops(self) -> Iterator[Problem]:
        """References from which one comes back without going any deeper into a value."""
        graph = loops_of({at: [*map(id, self._applied(at))] for at in self._schemas})
        for at, references in self._references.items():
            for reference in references:
                if leads(graph, id(reference.target), at):
                    yield reference.loop_problem()

    def _applied(self, at: int) -> Iterator[Json]:
        """The schemas that are applied to the same value as the one at that identity."""
        yield from (each.target for each in self._references[at])
        for child, steps in children(self._schemas[at]):
            if steps[0] in _IN_PLACE:
                yield child


def _address(address: str) -> str:
    return code(address, longest=100)


def _unresolved(address: str) -> str:
    if address.startswith("#"):
        return (
            f"Nothing is at {_address(address)}. Correct the reference, or add the schema it names"
            " (usually under `$defs`)."
        )
    return (
        f"{_address(address)} is outside this schema, and references are never fetched. Copy what"
        " it names under `$defs` and refer to it as `#/$defs/…`."
    )
