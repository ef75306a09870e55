"""Classes as schemas: pydantic models, TypedDicts, dataclasses, named tuples, enumerations."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.formats.python_source.annotations import Annotations
from switchboard.formats.python_source.class_kinds import kind_of_class, lineage
from switchboard.formats.python_source.constraints import Said, is_field, said_by
from switchboard.formats.python_source.docstrings import attribute_docstrings, docstring_of
from switchboard.formats.python_source.literals import NotJson, literal, members
from switchboard.formats.python_source.names import Scope, last_name, statements
from switchboard.formats.python_source.unions import enumeration
from switchboard.formats.unfolding import Translated
from switchboard.wire import Json, JsonObject


@dataclass(frozen=True, slots=True)
class Property:
    """One field of a class or parameter of a function."""

    name: str
    schema: JsonObject
    is_required: bool


class Classes:
    """The classes of a source by name, each read once."""

    def __init__(self, annotations: Annotations) -> None:
        self._annotations = annotations
        self._scope: Scope = annotations.scope
        self._made: dict[str, Translated] = {}

    def definition(self, name: str) -> Translated:
        """The schema of a class and the classes it needs."""
        if name not in self._made:
            outer, self._annotations.uses = self._annotations.uses, []
            schema = self._schema(self._scope.classes[name])
            uses, self._annotations.uses = self._annotations.uses, outer
            self._made[name] = Translated(schema, tuple(uses))
        return self._made[name]

    def property(
        self, name: str, annotation: ast.expr | None, default: ast.expr | None, says: str = ""
    ) -> Property:
        """A field or parameter with all that its annotation and its default say."""
        said = self._annotations.described(annotation)
        schema = self._annotations.schema(annotation)
        if says:
            schema = {"description": says, **schema}
        if is_field(default, self._scope) and default is not None:
            said.append(said_by(default, self._scope))
            schema = said[-1].added_to(schema)
            default = None
        defaults = [default, *(each.default for each in reversed(said))]
        schema = _with_default(schema, next(filter(None, defaults), None), self._scope)
        is_optional = default is not None or any(each.has_default for each in said)
        return Property(_alias(said) or name, _in_order(schema), not is_optional)

    def _schema(self, node: ast.ClassDef) -> JsonObject:
        kind = kind_of_class(node, self._scope)
        if kind == "enum":
            return self._enum(node)
        if kind == "other":
            self._annotations.unknown[node.name] = None
            return {}
        properties = {each.name: each for each in self._properties(node)}
        if kind == "model" and [*properties] == ["root"]:
            return properties["root"].schema
        return object_schema([*properties.values()]) | self._closed(node) | _said(node)

    def _properties(self, node: ast.ClassDef) -> Iterator[Property]:
        for each in lineage(node, self._scope):
            documented = {**docstring_of(each).parameters, **attribute_docstrings(each)}
            is_total = _is_total(each)
            for field in _fields(each, self._scope):
                name = getattr(field.target, "id", "")
                found = self.property(name, field.annotation, field.value, documented.get(name, ""))
                marked = last_name(field.annotation, self._scope)
                is_required = found.is_required and (is_total or marked == "Required")
                yield Property(found.name, found.schema, is_required and marked != "NotRequired")

    def _enum(self, node: ast.ClassDef) -> JsonObject:
        try:
            return enumeration([*members(node, self._scope).values()]) | _said(node)
        except NotJson:
            self._annotations.unknown[node.name] = None
            return {}

    def _closed(self, node: ast.ClassDef) -> JsonObject:
        """pydantic's ``extra="forbid"``."""
        for statement in statements(node.body):
            match statement:
                case ast.Assign(targets=[ast.Name(id="model_config")], value=value):
                    if "'forbid'" in ast.unparse(value):
                        return {"additionalProperties": False}
        return {}


def object_schema(properties: list[Property]) -> JsonObject:
    """The schema of an object of these."""
    schema: JsonObject = {"type": "object", "properties": {p.name: p.schema for p in properties}}
    required: list[Json] = [each.name for each in properties if each.is_required]
    return {**schema, "required": required} if required else schema


def _fields(node: ast.ClassDef, scope: Scope) -> Iterator[ast.AnnAssign]:
    for statement in statements(node.body):
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            is_of_class = last_name(statement.annotation, scope) in ("ClassVar", "PrivateAttr")
            if not is_of_class and not statement.target.id.startswith("_"):
                yield statement


def _is_total(node: ast.ClassDef) -> bool:
    """TypedDict's ``total=False``."""
    return not any(
        each.arg == "total" and isinstance(each.value, ast.Constant) and each.value.value is False
        for each in node.keywords
    )


def _alias(said: list[Said]) -> str:
    return next((each.alias for each in reversed(said) if each.alias), "")


def _with_default(schema: JsonObject, default: ast.expr | None, scope: Scope) -> JsonObject:
    if default is None:
        return schema
    try:
        value = literal(default, scope)
    except (NotJson, KeyError):
        return schema
    # That nothing is given needs not be said as a value.
    return schema if value is None else {**schema, "default": value}


_FIRST = ("type", "enum", "$ref", "anyOf", "description")


def _in_order(schema: JsonObject) -> JsonObject:
    return {key: schema[key] for key in _FIRST if key in schema} | schema


def _said(node: ast.ClassDef) -> JsonObject:
    description = docstring_of(node).description
    return {"description": description} if description else {}
