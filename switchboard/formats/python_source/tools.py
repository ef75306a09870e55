"""Which parts of a source are tools."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.formats.python_source.class_kinds import kind_of_class
from switchboard.formats.python_source.functions import Function, mark_of
from switchboard.formats.python_source.names import Scope, last_name, statements

_LONGEST_ANNOTATION = 100
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A function or a class that a model may be told of."""

    node: Function | ast.ClassDef
    owner: str = ""
    """Of a method: its class."""

    is_bound: bool = False
    """Whether its first parameter is the object or class it belongs to."""

    name: str = ""
    """Of the tool, where the source gives it one."""


def candidates(module: ast.Module, scope: Scope) -> tuple[list[Candidate], list[str]]:
    """What are tools, and the names of what was passed over for them.

    Functions that a framework's decorator marks, wherever they stand. Without any: the functions
    of the module and the methods of its classes, not those named as private. Without these too:
    the classes that no other refers to.
    """
    marked = [each for each in _everywhere(module) if mark_of(each.node, scope)]
    plain = [*_public(module, scope)]
    if marked:
        chosen = [each.node for each in marked]
        return marked, [each.node.name for each in plain if each.node not in chosen]
    if plain:
        return plain, []
    return _listed(scope) or [Candidate(each) for each in _free_classes(scope)], []


def _everywhere(module: ast.Module) -> Iterator[Candidate]:
    waiting: list[tuple[ast.stmt, str]] = [(each, "") for each in reversed(module.body)]
    while waiting:
        node, owner = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield _method(node, owner)
        inner = node.name if isinstance(node, ast.ClassDef) else ""
        if isinstance(node, ast.Match | ast.Expr):
            continue
        blocks = [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.stmt)]
        waiting += [(each, inner) for each in reversed(blocks)]


def _public(module: ast.Module, scope: Scope) -> Iterator[Candidate]:
    for statement in statements(module.body):
        if isinstance(statement, ast.ClassDef):
            if kind_of_class(statement, scope) == "other":
                for each in statements(statement.body):
                    yield from _own(each, statement.name)
        else:
            yield from _own(statement, "")


def _own(statement: ast.stmt, owner: str) -> Iterator[Candidate]:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
        is_property = any(last_name(e, Scope()) == "property" for e in statement.decorator_list)
        if not statement.name.startswith("_") and not is_property:
            yield _method(statement, owner)


def _method(node: Function, owner: str) -> Candidate:
    is_static = any(last_name(each, Scope()) == "staticmethod" for each in node.decorator_list)
    return Candidate(node, owner, is_bound=bool(owner) and not is_static)


def _listed(scope: Scope) -> list[Candidate]:
    """The classes of a ``TOOLS = {"name": Class, …}``, as this program writes them itself."""
    listed = scope.values.get("TOOLS")
    found: list[Candidate] = []
    for key, value in (
        zip(listed.keys, listed.values, strict=True) if isinstance(listed, ast.Dict) else ()
    ):
        match key, value:
            case ast.Constant(value=str(name)), ast.Name(id=id) if id in scope.classes:
                found.append(Candidate(scope.classes[id], name=name))
    return found


def _free_classes(scope: Scope) -> list[ast.ClassDef]:
    """Classes of fields to which nothing else refers, in the order of the source."""
    referred = {name for value in scope.values.values() for name in _names(value)}
    for name, node in scope.classes.items():
        referred |= _names(node) - {name}
    return [
        node
        for name, node in scope.classes.items()
        if name not in referred and kind_of_class(node, scope) not in ("enum", "other")
    ]


def _names(node: ast.AST) -> set[str]:
    """Every name in it, those of annotations written as texts included."""
    names: set[str] = set()
    for each in ast.walk(node):
        match each:
            case ast.Name(id=name):
                names.add(name)
            case ast.Constant(value=str(text)) if len(text) < _LONGEST_ANNOTATION:
                names |= {*_WORD.findall(text)}
    return names
