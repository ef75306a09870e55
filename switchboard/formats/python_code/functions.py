"""Tools as Python functions with type hints and Google's docstrings, without bodies."""

from collections.abc import Iterator, Sequence

from switchboard.formats.left_out import losses_of
from switchboard.formats.python_code.function import Function
from switchboard.formats.python_code.literals import docstring
from switchboard.formats.python_code.names import TYPE_NAMES, python_names
from switchboard.formats.shapes import Names
from switchboard.formats.values import Writing
from switchboard.tools import Tool

_FORM = "a Python signature"
_HELD = ("name", "description", "parameters")
_NOTE = "Tools as Python functions: what each takes. What each does is to be written."


def write_python(tools: Sequence[Tool]) -> Writing:
    """A module with a function for each tool, and a ``TypedDict`` for each object it takes."""
    names = Names(TYPE_NAMES)
    functions = [Function(tool, names) for tool in tools]
    classes = {name for each in functions for name in each.classes}
    called = python_names([tool.name for tool in tools], TYPE_NAMES | classes)
    bodies = ["\n".join(each.lines(called[each.tool.name])) for each in functions]
    head = "\n".join([*docstring(_NOTE, ""), *_imports(functions)])
    losses = [
        loss
        for each in functions
        for loss in losses_of(
            each.tool, _FORM, held=_HELD, said=each.inexact(_FORM, called[each.tool.name])
        )
    ]
    return Writing("\n\n\n".join([head, *bodies]) + "\n", tuple(losses), ".py")


def _imports(functions: Sequence[Function]) -> Iterator[str]:
    if used := sorted({name for each in functions for name in each.annotations.imports}):
        yield ""
        yield f"from typing import {', '.join(used)}"
