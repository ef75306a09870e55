"""Types as Python's annotations."""

from collections.abc import Callable
from dataclasses import dataclass, field

from switchboard.formats.python_code.literals import literal
from switchboard.formats.shapes import (
    Choice,
    Either,
    ListOf,
    MapOf,
    Named,
    Nothing,
    Scalar,
    Shape,
    TupleOf,
)
from switchboard.wire import Json, JsonObject

_SCALARS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
Limited = Callable[[str, JsonObject], list[str]]
"""The kind of a type and its limits, as the arguments of ``Field`` that say them."""


@dataclass(slots=True)
class Annotations:
    """Writes annotations, and remembers what they need to be imported."""

    limited: Limited
    imports: set[str] = field(default_factory=set)
    defined: set[str] = field(default_factory=set)
    """The names that stand before; others are quoted."""

    nothing: str = "Never"
    """What stands for a type without values."""

    unsaid: set[str] = field(default_factory=set)
    """``enum``, where ``Literal`` can't hold its values; ``false``, where nothing can be said."""

    ahead: set[str] = field(default_factory=set)
    """The names that were quoted."""

    def of(self, shape: Shape) -> str:
        """The annotation."""
        if isinstance(shape, Named):
            return self._name(shape.name)
        if isinstance(shape, Either):
            return self._either([self.of(each) for each in shape.members])
        if isinstance(shape, Choice):
            return self._choice(shape.values)
        if isinstance(shape, Scalar):
            return self._narrowed(_SCALARS[shape.kind], shape.kind, shape.limits)
        if isinstance(shape, ListOf):
            return self._narrowed(f"list[{self.of(shape.item)}]", "array", shape.limits)
        if isinstance(shape, MapOf):
            return self._narrowed(f"dict[str, {self.of(shape.item)}]", "object", shape.limits)
        if isinstance(shape, TupleOf):
            return f"tuple[{', '.join(map(self.of, shape.items))}]"
        return self._nothing() if isinstance(shape, Nothing) else self.use("Any")

    def _name(self, name: str) -> str:
        if name in self.defined:
            return name
        self.ahead.add(name)
        return f'"{name}"'

    def _nothing(self) -> str:
        if self.nothing != "Never":
            self.unsaid.add("false")
        return self.use(self.nothing)

    def use(self, name: str) -> str:
        """The name, imported."""
        self.imports.add(name)
        return name

    def _either(self, members: list[str]) -> str:
        """A quoted name can't stand beside ``|``."""
        if any(each.startswith('"') for each in members):
            return f"{self.use('Union')}[{', '.join(members)}]"
        return " | ".join(members)

    def _narrowed(self, annotation: str, kind: str, limits: JsonObject) -> str:
        said = self.limited(kind, limits)
        if not said:
            return annotation
        return f"{self.use('Annotated')}[{annotation}, {self.use('Field')}({', '.join(said)})]"

    def _choice(self, values: tuple[Json, ...]) -> str:
        plain = [_whole(each) for each in values]
        if all(isinstance(each, str | int | None) for each in plain):
            return f"{self.use('Literal')}[{', '.join(map(literal, plain))}]"
        self.unsaid.add("enum")
        return self.use("Any")


def _whole(value: Json) -> Json:
    return int(value) if isinstance(value, float) and value.is_integer() else value
