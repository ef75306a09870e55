"""What a docstring says: of the whole, and of each parameter or field."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field

import docstring_parser

from switchboard.formats.python_source.names import statements

_LONGEST = 50_000


@dataclass(frozen=True, slots=True)
class Docstring:
    """A docstring in any of the usual styles (Google, NumPy, reST, Epydoc)."""

    description: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)


def docstring_of(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Docstring:
    """The docstring understood; as it stands where it has no style."""
    text = ast.get_docstring(node) or ""
    if len(text) > _LONGEST:
        return Docstring(text)
    try:
        parsed = docstring_parser.parse(text)
    except docstring_parser.ParseError:
        return Docstring(text.strip())
    said = (parsed.short_description, parsed.long_description)
    between = "\n\n" if parsed.blank_after_short_description else "\n"
    return Docstring(
        description=between.join(part.strip() for part in said if part),
        parameters={
            each.arg_name: each.description.strip() for each in parsed.params if each.description
        },
    )


def attribute_docstrings(node: ast.ClassDef) -> dict[str, str]:
    """The texts that stand beneath fields (PEP 257, "attribute docstrings")."""
    said: dict[str, str] = {}
    name = ""
    for statement in statements(node.body):
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)):
                continue
            case ast.Expr(value=ast.Constant(value=str() as text)) if name:
                said[name] = " ".join(text.split())
        name = ""
    return said
