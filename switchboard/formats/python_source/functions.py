"""A function as a tool: its name, what it says of itself, and its parameters."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.formats.python_source.classes import Classes, Property
from switchboard.formats.python_source.docstrings import docstring_of
from switchboard.formats.python_source.known_types import INJECTED
from switchboard.formats.python_source.literals import NotJson, literal
from switchboard.formats.python_source.names import Scope, last_name
from switchboard.wire import Json

Function = ast.FunctionDef | ast.AsyncFunctionDef

_MARKS = frozenset(
    [
        "tool",
        "function_tool",
        "ai_function",
        "kernel_function",
        "llm_tool",
        "tool_plain",
        "beta_tool",
        "beta_async_tool",
        "register_tool",
    ]
)
"""Decorators by which frameworks know a tool (MCP, LangChain, OpenAI's agents, Semantic Kernel,
PydanticAI, Anthropic)."""

_DESCRIPTIONS = ("description", "description_override")
_NAMES = ("name", "name_override")


@dataclass(frozen=True, slots=True)
class Marked:
    """What the decorator that makes a function a tool says."""

    name: str = ""
    description: str = ""
    schema_class: str = ""
    """LangChain's ``args_schema``."""


def mark_of(node: Function | ast.ClassDef, scope: Scope) -> Marked | None:
    """What the tool's decorator says; ``None`` without one."""
    for each in node.decorator_list:
        if last_name(each, scope) in _MARKS:
            return _marked(each, scope) if isinstance(each, ast.Call) else Marked()
    return None


def _marked(call: ast.Call, scope: Scope) -> Marked:
    given = {each.arg: each.value for each in call.keywords if each.arg}
    names = [given.get(key) for key in _NAMES] + call.args[:1]
    return Marked(
        name=_text(names, scope),
        description=_text([given.get(key) for key in _DESCRIPTIONS], scope),
        schema_class=last_name(given.get("args_schema"), scope),
    )


def _text(nodes: list[ast.expr | None], scope: Scope) -> str:
    for node in filter(None, nodes):
        try:
            value: Json = literal(node, scope)
        except (NotJson, KeyError):
            continue
        if isinstance(value, str):
            return value
    return ""


def parameters_of(node: Function, classes: Classes, scope: Scope) -> Iterator[Property]:
    """The parameters a model is asked for: not ``self``, not what a framework puts in itself."""
    documented = docstring_of(node).parameters
    for argument, default in _with_defaults(node.args):
        if not is_injected(argument, default, scope):
            says = documented.get(argument.arg, "")
            yield classes.property(argument.arg, argument.annotation, default, says)


def is_injected(argument: ast.arg, default: ast.expr | None, scope: Scope) -> bool:
    """Whether a framework gives this one itself."""
    inside = [each for each in (argument.annotation, default) if each is not None]
    names = {last_name(each, scope) for node in inside for each in _parts(node)}
    return bool(names & INJECTED - scope.classes.keys())


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """The annotation itself and what stands in ``Annotated`` or beside ``|`` in it."""
    yield node
    if isinstance(node, ast.Subscript):
        yield from node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if isinstance(node, ast.BinOp):
        yield from (node.left, node.right)


def _with_defaults(arguments: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    by_place = [*arguments.posonlyargs, *arguments.args]
    missing = len(by_place) - len(arguments.defaults)
    yield from zip(by_place, [None] * missing + [*arguments.defaults], strict=True)
    yield from zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
