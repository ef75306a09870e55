"""Gemini's rules about the root of ``parameters`` and about objects."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.roots import root_of_another_type, root_without_type
from switchboard.lint.schemas import kinds, properties_of
from switchboard.lint.targets import GEMINI
from switchboard.lint.view import View
from switchboard.tools.quoting import code

_WHO = "Gemini"
_TYPES = "google-genai types.py"
_PAIRS = (("parameters", "parametersJsonSchema"), ("response", "responseJsonSchema"))
_ALWAYS = partial(Rule, targets=GEMINI, when="always")


def _both_forms(view: View) -> Iterator[Finding]:
    for one, other in _PAIRS:
        if one in view.function and other in view.function:
            message = f"Gemini takes {code(one)} or {code(other)}, not both. Remove one of them."
            yield Finding((other,), message)


def _empty_root(view: View) -> Iterator[Finding]:
    root = view.parameters
    if root is not None and root.get("type") == "object" and not properties_of(root):
        message = "Older Gemini models refuse parameters without properties. Leave them out."
        yield Finding(("parameters",), message)


def _empty_objects(view: View) -> Iterator[Finding]:
    for node in view.nodes[1:]:
        if "object" in kinds(node.schema) and not properties_of(node.schema):
            yield Finding(
                node.path,
                f"Older Gemini models refuse an object without properties: {place(node.path)}."
                " Name some.",
            )


RULES = (
    _ALWAYS(
        id="GE-ROOT",
        what="`type` at the root of `parameters`",
        limit="there, and one",
        source=f"{_TYPES} FunctionDeclaration.parameters",
        severity="change",
        check=partial(root_without_type, who=_WHO),
    ),
    _ALWAYS(
        id="GE-ROOT-TYPE",
        what="`type` at the root of `parameters`",
        limit="`object`",
        source=f"{_TYPES} FunctionDeclaration.parameters",
        severity="refused",
        check=partial(root_of_another_type, who=_WHO),
    ),
    _ALWAYS(
        id="GE-ONEOF",
        what="`parameters` beside `parametersJsonSchema`, `response` beside `responseJsonSchema`",
        limit="one of them",
        source=_TYPES,
        severity="refused",
        check=_both_forms,
    ),
    _ALWAYS(
        id="GE-OBJ-EMPTY",
        what="`parameters` without properties, older models",
        limit="left out",
        source="containers/kubernetes-mcp-server#340",
        severity="change",
        check=_empty_root,
    ),
    _ALWAYS(
        id="GE-OBJ-EMPTY-NESTED",
        what="objects without properties, older models",
        limit="at least one",
        source="containers/kubernetes-mcp-server#340",
        severity="advice",
        check=_empty_objects,
    ),
)
