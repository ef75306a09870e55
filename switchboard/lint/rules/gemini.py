"""Gemini's rules about names, types and shape of ``parameters``."""

import re
from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.arrays import without_items
from switchboard.lint.rules.names import characters, length, parameter_names
from switchboard.lint.rules.roots import root_of_another_type, root_without_type
from switchboard.lint.targets import GEMINI
from switchboard.lint.view import View, kinds, properties_of
from switchboard.tools.quoting import code, listed, shown

_WHO = "Gemini"
_TYPES = "google-genai types.py"
_FORMATS = {
    "integer": ("int32", "int64"),
    "number": ("float", "double"),
    "string": ("enum", "date-time"),
}
_PAIRS = (("parameters", "parametersJsonSchema"), ("response", "responseJsonSchema"))


def _older_name(view: View) -> Iterator[Finding]:
    if view.name and not re.fullmatch(r"[^:]{1,64}", view.name):
        yield Finding(
            ("name",),
            "Gemini's servers of 2025 took names of at most 64 characters without a colon; this is"
            f" {shown(view.name)} ({len(view.name)} characters). Change it to be safe.",
        )


def _both_forms(view: View) -> Iterator[Finding]:
    for one, other in _PAIRS:
        if one in view.function and other in view.function:
            message = f"Gemini takes {code(one)} or {code(other)}, not both. Remove one of them."
            yield Finding((other,), message)


def _several_types(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if isinstance(node.schema.get("type"), list):
            yield Finding(
                (*node.path, "type"),
                f"Gemini takes one `type`, and {place(node.path)} has a list:"
                f' {shown(node.schema["type"])}. For null write `"nullable": true`, for others'
                " `anyOf`.",
            )


def _values_no_strings(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        values = node.schema.get("enum")
        others = (
            [each for each in values if not isinstance(each, str)]
            if isinstance(values, list)
            else []
        )
        if others:
            yield Finding(
                (*node.path, "enum"),
                f"Gemini takes only strings in `enum`; that of {place(node.path)} has"
                f" {listed(others)}. Write them as strings, or say them in the description.",
            )


def _enum_of_no_string(view: View) -> Iterator[Finding]:
    """Values that are no strings are told by another rule."""
    for node in view.nodes:
        values = node.schema.get("enum")
        is_text = isinstance(values, list) and all(isinstance(each, str) for each in values)
        if is_text and "string" not in kinds(node.schema):
            message = f'Gemini takes `enum` only beside `"type": "string"` ({place(node.path)}).'
            yield Finding((*node.path, "enum"), f"{message} Add it.")


def _formats(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        found = node.schema.get("format")
        known = [each for kind in kinds(node.schema) for each in _FORMATS.get(kind, ())]
        if isinstance(found, str) and known and found not in known:
            yield Finding(
                (*node.path, "format"),
                f"Gemini takes no format {code(found)} (in {place(node.path)}), only"
                f" {', '.join(map(code, known))}. Leave it out, or say it in the description.",
            )


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
    Rule(
        id="GE-NAME",
        targets=GEMINI,
        when="always",
        what="characters of the name",
        limit="`^[a-zA-Z_][a-zA-Z0-9_.:-]*$`",
        source=f"{_TYPES} FunctionDeclaration.name",
        severity="change",
        check=partial(
            characters,
            who=_WHO,
            allowed=r"[a-zA-Z_][a-zA-Z0-9_.:-]*",
            words="a letter or `_` first, then letters (a to z), digits, `_`, `.`, `:` and `-`",
        ),
    ),
    Rule(
        id="GE-NAME-LEN",
        targets=GEMINI,
        when="always",
        what="length of the name",
        limit="1 to 128",
        source=f"{_TYPES} FunctionDeclaration.name",
        severity="refused",
        check=partial(length, who=_WHO, most=128),
    ),
    Rule(
        id="GE-NAME-OLD",
        targets=GEMINI,
        when="always",
        what="the name, for servers of 2025",
        limit="1 to 64, no colon",
        source="google-gemini/gemini-cli#6704",
        severity="advice",
        check=_older_name,
    ),
    Rule(
        id="GE-PARAMNAME",
        targets=GEMINI,
        when="always",
        what="names of the parameters",
        limit="`^[a-zA-Z_][a-zA-Z0-9_]{0,63}$`",
        source=f"{_TYPES} FunctionDeclaration.parameters",
        severity="refused",
        check=partial(
            parameter_names,
            who=_WHO,
            allowed=r"[a-zA-Z_][a-zA-Z0-9_]{0,63}",
            words="a letter or `_` first, then letters (a to z), digits and `_`, at most 64",
        ),
    ),
    Rule(
        id="GE-ROOT",
        targets=GEMINI,
        when="always",
        what="`type` at the root of `parameters`",
        limit="there, and one",
        source=f"{_TYPES} FunctionDeclaration.parameters",
        severity="change",
        check=partial(root_without_type, who=_WHO),
    ),
    Rule(
        id="GE-ROOT-TYPE",
        targets=GEMINI,
        when="always",
        what="`type` at the root of `parameters`",
        limit="`object`",
        source=f"{_TYPES} FunctionDeclaration.parameters",
        severity="refused",
        check=partial(root_of_another_type, who=_WHO),
    ),
    Rule(
        id="GE-ONEOF",
        targets=GEMINI,
        when="always",
        what="`parameters` beside `parametersJsonSchema`, `response` beside `responseJsonSchema`",
        limit="one of them",
        source=_TYPES,
        severity="refused",
        check=_both_forms,
    ),
    Rule(
        id="GE-TYPE-SCALAR",
        targets=GEMINI,
        when="always",
        what="`type`",
        limit="one value",
        source="genspark-ai/genoffice#186",
        severity="change",
        check=_several_types,
    ),
    Rule(
        id="GE-ENUM-STR",
        targets=GEMINI,
        when="always",
        what="`enum` values",
        limit="strings, for integers too",
        source=f"{_TYPES} Schema.enum; thClaws/thClaws#172",
        severity="change",
        check=_values_no_strings,
    ),
    Rule(
        id="GE-ENUM-TYPE",
        targets=GEMINI,
        when="always",
        what="`type` beside `enum`",
        limit="`string`",
        source="decolua/9router#380",
        severity="change",
        check=_enum_of_no_string,
    ),
    Rule(
        id="GE-FORMAT",
        targets=GEMINI,
        when="always",
        what="formats",
        limit="; ".join(f"{kind}: {', '.join(each)}" for kind, each in _FORMATS.items()),
        source="enechange/collmbo#195, CherryHQ/cherry-studio#4153",
        severity="change",
        check=_formats,
    ),
    Rule(
        id="GE-ARRAY-ITEMS",
        targets=GEMINI,
        when="always",
        what="every array has `items`",
        limit="there",
        source="cline/cline#7339",
        severity="change",
        check=partial(without_items, who=_WHO),
    ),
    Rule(
        id="GE-OBJ-EMPTY",
        targets=GEMINI,
        when="always",
        what="`parameters` without properties, older models",
        limit="left out",
        source="containers/kubernetes-mcp-server#340",
        severity="change",
        check=_empty_root,
    ),
    Rule(
        id="GE-OBJ-EMPTY-NESTED",
        targets=GEMINI,
        when="always",
        what="objects without properties, older models",
        limit="at least one",
        source="containers/kubernetes-mcp-server#340",
        severity="advice",
        check=_empty_objects,
    ),
)
