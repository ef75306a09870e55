"""What a schema asks for, as a field: of which kind, and which fields it holds.

A field opens its own fields when they are asked for, so that a schema that contains itself has a
form too. Source: JSON Schema 2020-12 Core, sections 8.2.3 (references) and 10 (applicators).
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias, cast

from switchboard.tools import value_problems
from switchboard.tools.shapes import Shape, Shapes, listed, mapped
from switchboard.wire import Json

Kind: TypeAlias = Literal[
    "text",
    "number",
    "integer",
    "boolean",
    "null",
    "choice",
    "object",
    "list",
    "alternatives",
    "json",
]
"""``json``: whatever no other kind can hold."""

_MOST_STEPS = 500
_MOST_OPTIONS = 1_000
_OF_TYPE: dict[Json, Kind] = {
    "string": "text",
    "number": "number",
    "integer": "integer",
    "boolean": "boolean",
    "null": "null",
    "object": "object",
    "array": "list",
}
_TELLING: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("object", ("properties", "required", "additionalProperties", "patternProperties")),
    ("list", ("items", "prefixItems", "minItems", "uniqueItems")),
    ("text", ("pattern", "minLength", "maxLength", "format")),
    ("number", ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")),
)


@dataclass(frozen=True)
class Field:
    """One value of a form, as its schema describes it."""

    root: Json
    """The schema in which references are looked up."""

    schema: Json
    name: str = ""
    """Of the property; empty for the whole form, a list's entry and an alternative."""

    is_required: bool = True

    @cached_property
    def shape(self) -> Shape:
        """The schema without references and ``allOf``."""
        return Shapes(self.root, most_steps=_MOST_STEPS).flat(self.schema)

    @cached_property
    def kind(self) -> Kind:
        """What a person fills in here."""
        if self.options:
            return "choice"
        if self.branches:
            return "alternatives"
        types = self.shape.get("type")
        wanted = types[0] if isinstance(types, list) and types else types
        if isinstance(wanted, str):
            return _OF_TYPE.get(wanted, "json")
        return next(
            (kind for kind, words in _TELLING if any(word in self.shape for word in words)), "json"
        )

    @cached_property
    def options(self) -> tuple[Json, ...]:
        """The values of ``const`` or ``enum``, each of its own JSON type."""
        if "const" in self.shape:
            return (self.shape["const"],)
        options = listed(self.shape, "enum")
        return tuple(options) if len(options) <= _MOST_OPTIONS else ()

    @cached_property
    def branches(self) -> tuple["Field", ...]:
        """The alternatives, null last; empty for a field that is none of several."""
        shapes = Shapes(self.root, most_steps=_MOST_STEPS).alternatives(self.shape)
        return tuple(Field(self.root, shape) for shape in shapes)

    @property
    def about(self) -> str:
        """The description; empty without one."""
        about = self.shape.get("description")
        return about if isinstance(about, str) else ""

    @cached_property
    def required(self) -> frozenset[str]:
        """The names that must be given."""
        return frozenset(one for one in listed(self.shape, "required") if isinstance(one, str))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The properties the schema names, in its order, the undescribed ones last."""
        described = mapped(self.shape, "properties")
        known = [name for name, schema in described.items() if schema is not False]
        return (*known, *sorted(self.required - described.keys()))

    @property
    def takes_more(self) -> bool:
        """Whether an object may have properties that are not named."""
        return (
            self.shape.get("additionalProperties") is not False
            and self.shape.get("unevaluatedProperties") is not False
        ) or bool(mapped(self.shape, "patternProperties"))

    @property
    def invites_more(self) -> bool:
        """Whether the schema says what others may be, or names none at all."""
        says = "additionalProperties" in self.shape or "patternProperties" in self.shape
        return self.takes_more and (says or not self.names)

    def member(self, name: str) -> "Field":
        """The field of a property, one that the schema does not name too."""
        described = mapped(self.shape, "properties")
        schema = described[name] if name in described else self._other(name)
        return Field(self.root, schema, name, name in self.required)

    def _other(self, name: str) -> Json:
        for pattern, schema in mapped(self.shape, "patternProperties").items():
            if not value_problems(name, {"pattern": pattern}):
                return cast(Json, schema)
        return cast(Json, self.shape.get("additionalProperties", True))

    def item(self, at: int) -> "Field":
        """The field of a list's entry."""
        first, rest = listed(self.shape, "prefixItems"), self.shape.get("items", True)
        if isinstance(rest, list):  # Until 2019-09, ``items`` was also what is now prefixItems.
            first, rest = rest, self.shape.get("additionalItems", True)
        return Field(self.root, first[at] if at < len(first) else rest)


def form_of(schema: Json) -> Field:
    """The form of a schema: one field, mostly an object of others. Any schema has a form."""
    return Field(schema, schema)
