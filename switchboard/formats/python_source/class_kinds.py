"""What kind of class a definition makes, by its bases and decorators."""

import ast
from typing import Literal, TypeAlias

from switchboard.formats.python_source.names import Scope, last_name

Kind: TypeAlias = Literal["model", "typed dict", "dataclass", "named tuple", "enum", "other"]

_BASES: dict[str, Kind] = {
    "BaseModel": "model",
    "RootModel": "model",
    "BaseSettings": "model",
    "SQLModel": "model",
    "Struct": "model",
    "TypedDict": "typed dict",
    "NamedTuple": "named tuple",
    "Enum": "enum",
    "IntEnum": "enum",
    "StrEnum": "enum",
}
_DECORATORS = frozenset(("dataclass", "define", "frozen", "mutable"))
_DEEPEST = 20


def kind_of_class(node: ast.ClassDef, scope: Scope) -> Kind:
    """The kind; a class that inherits from one of the source has that one's."""
    waiting, seen = [node], {node.name}
    while waiting:
        each = waiting.pop()
        for name in [last_name(base, scope) for base in each.bases]:
            if name in scope.classes and name not in seen:
                seen.add(name)
                waiting.append(scope.classes[name])
            elif name in _BASES:
                return _BASES[name]
        if any(last_name(mark, scope) in _DECORATORS for mark in each.decorator_list):
            return "dataclass"
    return "other"


def lineage(node: ast.ClassDef, scope: Scope) -> list[ast.ClassDef]:
    """The class and those of the source it inherits from, the furthest first."""
    found: dict[str, ast.ClassDef] = {}
    waiting = [node]
    while waiting:
        each = waiting.pop(0)
        if each.name not in found:
            found[each.name] = each
            names = [last_name(base, scope) for base in each.bases]
            waiting += [scope.classes[name] for name in names if name in scope.classes]
    return [*reversed(found.values())]
