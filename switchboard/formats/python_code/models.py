"""Tools as Pydantic models (version 2), one for each tool's arguments."""

from collections.abc import Iterator, Sequence

from switchboard.formats.left_out import losses_of
from switchboard.formats.python_code.literals import docstring, text_literal, wrapped
from switchboard.formats.python_code.model import Models
from switchboard.formats.python_code.names import TYPE_NAMES
from switchboard.formats.shapes import Names
from switchboard.formats.values import Loss, Writing
from switchboard.tools import Tool

_FORM = "a Pydantic model"
_HELD = ("name", "description", "parameters")
_NOTE = """\
Arguments of tools, as Pydantic models (version 2).

`TOOLS[name].model_validate_json(text, strict=True)` checks the text of a call's arguments.
"""
_PYDANTIC = frozenset(("BaseModel", "ConfigDict", "Field"))


def write_pydantic(tools: Sequence[Tool]) -> Writing:
    """A module with a model for each tool, and ``TOOLS``, the models by the tools' names."""
    names = Names(TYPE_NAMES)
    models = [Models(tool, names) for tool in tools]
    bodies = ["\n".join(each.lines()) for each in models]
    roots = {each.tool.name: each.root for each in models}
    entries = [f"{text_literal(name)}: {root}" for name, root in roots.items()]
    head = [*docstring(_NOTE, ""), "", *_imports(models)]
    text = "\n\n\n".join(["\n".join(head), *bodies, "\n".join(wrapped("TOOLS = {", entries, "}"))])
    losses = (loss for each in models for loss in _losses(each))
    return Writing(f"{text}\n", tuple(losses), ".py")


def _imports(models: Sequence[Models]) -> Iterator[str]:
    used = {name for each in models for name in each.annotations.imports}
    if typing := sorted(used - _PYDANTIC):
        yield f"from typing import {', '.join(typing)}"
        yield ""
    yield f"from pydantic import {', '.join(sorted({'BaseModel', *(used & _PYDANTIC)}))}"


def _losses(models: Models) -> list[Loss]:
    return losses_of(models.tool, _FORM, held=_HELD, said=models.inexact(_FORM))
