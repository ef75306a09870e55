"""What ``Field(…)`` and its like say of a value, as JSON Schema.

pydantic 2 ``Field``, ``StringConstraints`` and ``con…`` types; FastAPI's ``Query``, ``Path``,
``Body``; annotated-types; dataclasses' ``field``.
"""

import ast
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from switchboard.formats.python_source.literals import NotJson, literal
from switchboard.formats.python_source.names import Scope, last_name
from switchboard.wire import Json, JsonObject

FIELDS = frozenset(("Field", "field", "Query", "Path", "Body", "Header", "Cookie", "Form", "Param"))
CONSTRAINED = {
    "StringConstraints": "",
    "Interval": "",
    "Len": "",
    "constr": "str",
    "conint": "int",
    "confloat": "float",
    "condecimal": "Decimal",
    "conlist": "list",
    "conset": "set",
}
"""Calls that say something of a value, some with the type that they are."""

_ONE_LIMIT = {
    "Gt": "exclusiveMinimum",
    "Ge": "minimum",
    "Lt": "exclusiveMaximum",
    "Le": "maximum",
    "MultipleOf": "multipleOf",
    "MinLen": "min_length",
    "MaxLen": "max_length",
}
_KEYWORDS = {
    "gt": "exclusiveMinimum",
    "ge": "minimum",
    "lt": "exclusiveMaximum",
    "le": "maximum",
    "multiple_of": "multipleOf",
    "pattern": "pattern",
    "regex": "pattern",
    "title": "title",
    "description": "description",
    "examples": "examples",
    "deprecated": "deprecated",
    "min_length": "min_length",
    "max_length": "max_length",
    "min_items": "min_length",
    "max_items": "max_length",
}
_LENGTHS = {
    "min_length": {"string": "minLength", "array": "minItems", "object": "minProperties"},
    "max_length": {"string": "maxLength", "array": "maxItems", "object": "maxProperties"},
}


_ADDED = frozenset(("json_schema_extra",))


@dataclass(frozen=True, slots=True)
class Said:
    """What one ``Field(…)`` says."""

    keywords: JsonObject = field(default_factory=dict)
    """JSON Schema's, but ``min_length`` and ``max_length``, whose meaning goes by the type."""

    default: ast.expr | None = None
    has_default: bool = False
    """Whether the value need not be given: it has a default, or what makes one."""

    alias: str = ""

    def added_to(self, schema: JsonObject) -> JsonObject:
        """The schema with all this."""
        kind = _kind(schema)
        added = {_keyword(name, kind): value for name, value in self.keywords.items()}
        return {**schema, **{name: value for name, value in added.items() if name}}


def is_field(node: ast.AST | None, scope: Scope) -> bool:
    """Whether it is a call that describes a field."""
    return isinstance(node, ast.Call) and last_name(node, scope) in FIELDS


def said_by(node: ast.expr, scope: Scope) -> Said:
    """What an entry of ``Annotated``, a default or a ``con…`` type says; nothing if not known."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return Said({"description": node.value})
    if not isinstance(node, ast.Call):
        return Said()
    name = last_name(node, scope)
    if name in _ONE_LIMIT:
        return Said(dict(_literals([(_ONE_LIMIT[name], value) for value in _first(node)], scope)))
    if name == "Doc":
        return Said(dict(_literals([("description", value) for value in _first(node)], scope)))
    if name in FIELDS:
        return _field(node, scope)
    return Said(_keywords(node, scope)) if name in CONSTRAINED else Said()


def _field(node: ast.Call, scope: Scope) -> Said:
    given = {each.arg: each.value for each in node.keywords if each.arg}
    default = node.args[0] if node.args else given.get("default")
    is_required = default is None or _is_ellipsis(default)
    factory = given.get("default_factory")
    made = _made_by(factory, scope) if factory is not None else None
    return Said(
        keywords=_keywords(node, scope),
        default=made if is_required else default,
        has_default=not is_required or factory is not None,
        alias=_alias(given, scope),
    )


def _keywords(node: ast.Call, scope: Scope) -> JsonObject:
    given = {each.arg: each.value for each in node.keywords if each.arg}
    known = [(_KEYWORDS[name], value) for name, value in given.items() if name in _KEYWORDS]
    keywords = dict(_literals(known, scope))
    for _, added in _literals([("", given[name]) for name in _ADDED & given.keys()], scope):
        keywords |= added if isinstance(added, dict) else {}
    for _, example in _literals([("", given["example"])] if "example" in given else [], scope):
        keywords.setdefault("examples", [example])
    return keywords


def _literals(written: Sequence[tuple[str, ast.expr]], scope: Scope) -> Iterator[tuple[str, Json]]:
    for name, value in written:
        with suppress(NotJson):
            yield name, literal(value, scope)


def _first(node: ast.Call) -> list[ast.expr]:
    return [*node.args, *(each.value for each in node.keywords)][:1]


def _alias(given: dict[str, ast.expr], scope: Scope) -> str:
    written = [(name, given[name]) for name in ("validation_alias", "alias") if name in given]
    found = [value for _, value in _literals(written, scope) if isinstance(value, str)]
    return found[0] if found else ""


def _made_by(factory: ast.expr, scope: Scope) -> ast.expr | None:
    """What ``list`` and ``dict`` make; of other factories nothing is known."""
    if isinstance(factory, ast.Lambda):
        return factory.body
    empty = {"list": ast.List(elts=[]), "dict": ast.Dict(keys=[], values=[])}
    return empty.get(last_name(factory, scope))


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _keyword(name: str, kind: str) -> str:
    """JSON Schema's; empty when that type has none for it."""
    return _LENGTHS[name].get(kind, "") if name in _LENGTHS else name


def _kind(schema: JsonObject) -> str:
    kind = schema.get("type")
    kinds = [each for each in (kind if isinstance(kind, list) else [kind]) if each != "null"]
    return str(kinds[0]) if len(kinds) == 1 else ""
