"""Type annotations as JSON Schema: what pydantic would make of them, without running anything."""

import ast

from switchboard.formats.python_source.constraints import CONSTRAINED, Said, is_field, said_by
from switchboard.formats.python_source.known_types import KNOWN_TYPES, LISTS, MAPPINGS, SETS
from switchboard.formats.python_source.literals import NotJson, literal
from switchboard.formats.python_source.names import Scope, last_name
from switchboard.formats.python_source.unions import either, enumeration
from switchboard.formats.unfolding import REFERENCE
from switchboard.wire import Json, JsonObject

_DEEPEST = 40
_MOST = 100_000
"""Annotations read in one source: an alias may stand for two of another, and so on."""

# Of these only what they hold counts.
_SEE_THROUGH = frozenset(
    [
        "Annotated",
        "ClassVar",
        "Final",
        "InitVar",
        "Mapped",
        "NotRequired",
        "ReadOnly",
        "Required",
        "Awaitable",
        "Coroutine",
        "SkipValidation",
    ]
)


class Annotations:
    """Turns annotations into schemas, and keeps what they refer to and what was not understood."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.uses: list[str] = []
        """The classes referred to, once for every time."""

        self.unknown: dict[str, None] = {}
        """Types of which nothing is known, as they are written."""

        self._read = 0

    def schema(self, node: ast.expr | None, depth: int = 0) -> JsonObject:
        """The schema; ``{}``, which takes anything, where nothing is known."""
        if node is None:
            return {}
        self._read += 1
        if depth > _DEEPEST or self._read > _MOST:
            return self._anything("…")
        match node:
            case ast.Constant(value=None):
                return {"type": "null"}
            case ast.Constant(value=str() as text):
                return self._quoted(text, depth)
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                return either([self.schema(each, depth + 1) for each in (left, right)])
            case ast.Subscript(slice=inside):
                parts = inside.elts if isinstance(inside, ast.Tuple) else [inside]
                return self._subscript(node, parts, depth + 1)
            case ast.Name() | ast.Attribute():
                return self._name(node, depth)
            case ast.Call() if last_name(node, self.scope) in CONSTRAINED:
                return self._constrained(node, depth + 1)
        return self._anything(_written(node))

    def described(self, node: ast.expr | None) -> list[Said]:
        """What stands beside the type in ``Annotated``, inner ones first."""
        said: list[Said] = []
        for _ in range(_DEEPEST):
            if not isinstance(node, ast.Subscript):
                break
            inside = node.slice
            is_annotated = last_name(node, self.scope) == "Annotated"
            if is_annotated and isinstance(inside, ast.Tuple) and inside.elts:
                fields = [each for each in inside.elts[1:] if is_field(each, self.scope)]
                said = [*(said_by(each, self.scope) for each in fields), *said]
                inside = inside.elts[0]
            elif last_name(node, self.scope) not in _SEE_THROUGH:
                break
            node = inside
        return said

    def _quoted(self, text: str, depth: int) -> JsonObject:
        """An annotation written as a text, for what is defined further down."""
        try:
            return self.schema(ast.parse(text.strip(), mode="eval").body, depth + 1)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return self._anything(text)

    def _name(self, node: ast.expr, depth: int) -> JsonObject:
        name = last_name(node, self.scope)
        if isinstance(node, ast.Name) and name in self.scope.classes:
            self.uses.append(name)
            return {"$ref": REFERENCE + name}
        if isinstance(node, ast.Name) and name in self.scope.values:
            return self._alias(self.scope.values[name], name, depth + 1)
        if name in KNOWN_TYPES:
            return dict(KNOWN_TYPES[name])
        if name in LISTS or name in ("tuple", "Tuple"):
            return {"type": "array"}
        return {"type": "array", "uniqueItems": True} if name in SETS else self._anything(name)

    def _alias(self, value: ast.expr, name: str, depth: int) -> JsonObject:
        if not isinstance(value, ast.Call):
            return self.schema(value, depth)
        bound = [each.value for each in value.keywords if each.arg == "bound"]
        match last_name(value, self.scope), value.args:
            case "NewType", [_, base]:
                return self.schema(base, depth)
            case "TypeVar", [_]:
                return self.schema(bound[0], depth) if bound else {}
            case "TypeVar", [_, *choices]:
                return either([self.schema(each, depth) for each in choices])
        return (
            self.schema(value, depth)
            if last_name(value, self.scope) in CONSTRAINED
            else (self._anything(name))
        )

    def _subscript(self, node: ast.Subscript, parts: list[ast.expr], depth: int) -> JsonObject:
        name = last_name(node, self.scope)
        if name in ("Optional", "Union"):
            alternatives = [self.schema(each, depth) for each in parts]
            if name == "Optional":
                alternatives.append({"type": "null"})
            return either(alternatives)
        if name == "Literal":
            return self._literal(parts, node)
        if name in _SEE_THROUGH:
            return self._annotated(parts, depth)
        if name in ("tuple", "Tuple"):
            return self._tuple(parts, depth)
        if name in LISTS or name in SETS:
            items = self.schema(parts[0], depth) if parts else {}
            unique: JsonObject = {"uniqueItems": True} if name in SETS else {}
            return {"type": "array", **({"items": items} if items else {}), **unique}
        if name in MAPPINGS and len(parts) == 2:
            values = self.schema(parts[1], depth)
            return {"type": "object", **({"additionalProperties": values} if values else {})}
        if isinstance(node.value, ast.Name) and name in self.scope.classes:
            return self._name(node.value, depth)
        return self._anything(_written(node))

    def _annotated(self, parts: list[ast.expr], depth: int) -> JsonObject:
        schema = self.schema(parts[0], depth) if parts else {}
        for each in parts[1:]:
            schema = said_by(each, self.scope).added_to(schema)
        return schema

    def _tuple(self, parts: list[ast.expr], depth: int) -> JsonObject:
        match parts:
            case [each, ast.Constant(value=value)] if value is ...:
                return {"type": "array", "items": self.schema(each, depth)}
        items: list[Json] = [self.schema(each, depth) for each in parts]
        size = len(items)
        return {"type": "array", "prefixItems": items, "minItems": size, "maxItems": size}

    def _literal(self, parts: list[ast.expr], node: ast.Subscript) -> JsonObject:
        try:
            return enumeration([literal(each, self.scope) for each in parts])
        except NotJson:
            return self._anything(_written(node))

    def _constrained(self, node: ast.Call, depth: int) -> JsonObject:
        """``conint(ge=1)`` and its like, pydantic's older way."""
        name = CONSTRAINED[last_name(node, self.scope)]
        schema = self.schema(ast.Name(id=name), depth) if name else {}
        if name in ("list", "set") and node.args:
            schema["items"] = self.schema(node.args[0], depth)
        return said_by(node, self.scope).added_to(schema)

    def _anything(self, written: str) -> JsonObject:
        self.unknown[written] = None
        return {}


def _written(node: ast.expr) -> str:
    try:
        return ast.unparse(node)
    except RecursionError:
        return "…"
