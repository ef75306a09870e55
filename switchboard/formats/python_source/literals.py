"""Values that a source writes out, as JSON; nothing is evaluated but literals and names of them."""

import ast
from math import isfinite

from switchboard.formats.python_source.names import Scope
from switchboard.wire import Json

_DEEPEST = 50
_MOST_BITS = 1_023  # What a double holds; other readers of JSON hold no more.
_NO_NAMES = Scope()

# Names of names of lists would make of a short source a value without end.
_LONGEST_NAMED = 4_000
_LONGEST_NAMED_WITHIN = 200


class NotJson(Exception):
    """The expression is no literal, or its value none that JSON has."""


def literal(node: ast.expr, scope: Scope, depth: int = 0) -> Json:
    """The value. Raises ``NotJson``."""
    if depth > _DEEPEST:
        raise NotJson
    match node:
        case ast.Constant(value=value):
            return _constant(value)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as value)):
            return _constant(-value)
        case ast.List(elts=items) | ast.Tuple(elts=items) | ast.Set(elts=items):
            return [literal(item, scope, depth + 1) for item in items]
        case ast.Dict(keys=keys, values=values):
            pairs = zip(keys, values, strict=True)
            return {_key(key): literal(value, scope, depth + 1) for key, value in pairs}
        case ast.Name(id=name) if name in scope.values:
            return _named(literal(scope.values[name], _NO_NAMES, depth + 1), is_whole=depth == 0)
        case ast.Attribute(value=ast.Name(id=name), attr=member) if name in scope.classes:
            return members(scope.classes[name], scope)[member]
        case ast.Attribute(value=ast.Attribute() as inner, attr="value"):
            return literal(inner, scope, depth + 1)
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return _joined(literal(left, scope, depth + 1), literal(right, scope, depth + 1))
    raise NotJson


def members(enum: ast.ClassDef, scope: Scope) -> dict[str, Json]:
    """The values of an ``Enum`` class by name. Raises ``NotJson``."""
    is_text = any(last.endswith(("StrEnum", "str")) for last in map(_base_name, enum.bases))
    values: dict[str, Json] = {}
    for statement in enum.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if not name.startswith("_"):
                is_auto = isinstance(value, ast.Call) and _base_name(value.func) == "auto"
                automatic: Json = name.lower() if is_text else len(values) + 1
                values[name] = automatic if is_auto else literal(value, scope, _DEEPEST - 2)
    if not values:
        raise NotJson
    return values


def _named(value: Json, *, is_whole: bool) -> Json:
    """A constant's value, where it is short enough for the place it is named in."""
    longest = _LONGEST_NAMED if is_whole else _LONGEST_NAMED_WITHIN
    is_long = isinstance(value, str | list | dict) and len(value) > longest
    if is_long or (isinstance(value, list | dict) and not is_whole):
        raise NotJson
    return value


def _base_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _constant(value: object) -> Json:
    if isinstance(value, float) and not isfinite(value):
        raise NotJson
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        raise NotJson
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise NotJson


def _key(node: ast.expr | None) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise NotJson


def _joined(left: Json, right: Json) -> Json:
    if isinstance(left, str) and isinstance(right, str):
        return left + right
    raise NotJson
