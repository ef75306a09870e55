"""What the names in a source stand for, as far as the source itself says."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Scope:
    """The classes, the other values and the imports of a module."""

    classes: dict[str, ast.ClassDef] = field(default_factory=dict)
    values: dict[str, ast.expr] = field(default_factory=dict)
    """Assigned once: constants, aliases of types, ``NewType``."""

    imported: dict[str, str] = field(default_factory=dict)
    """The name here -> the last part of the name there (``as``)."""


def scope_of(module: ast.Module) -> Scope:
    """The names of the module's own level, in ``if``, ``try`` and ``with`` as well."""
    scope = Scope()
    for statement in statements(module.body):
        match statement:
            case ast.ClassDef(name=name):
                scope.classes[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                scope.values[name] = value
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                scope.values[name] = value
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                for each in aliases:
                    scope.imported[each.asname or each.name] = each.name.rpartition(".")[2]
    return scope


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements, and those of the blocks that make no scope of their own."""
    waiting = [*reversed(body)]
    while waiting:
        statement = waiting.pop()
        yield statement
        if isinstance(statement, ast.If | ast.Try | ast.With):
            inner = list(ast.iter_child_nodes(statement))
            blocks = [each for each in inner if isinstance(each, ast.stmt)]
            for handler in getattr(statement, "handlers", []):
                blocks += handler.body
            waiting += reversed(blocks)


def last_name(node: ast.AST | None, scope: Scope) -> str:
    """The last part of a dotted name, imports undone: ``t.Optional`` -> ``Optional``; of a call or
    a subscript that of what is called; empty for anything else."""
    while isinstance(node, ast.Call | ast.Subscript):
        node = node.func if isinstance(node, ast.Call) else node.value
    if isinstance(node, ast.Attribute):
        return node.attr
    return scope.imported.get(node.id, node.id) if isinstance(node, ast.Name) else ""
