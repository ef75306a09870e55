"""Gemini's rules about types, values and formats."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.arrays import without_items
from switchboard.lint.schemas import kinds, values_of
from switchboard.lint.targets import GEMINI
from switchboard.lint.view import View
from switchboard.tools.quoting import code, listed, shown

_WHO = "Gemini"
_TYPES = "google-genai types.py"
_FORMATS = {
    "integer": ("int32", "int64"),
    "number": ("float", "double"),
    "string": ("enum", "date-time"),
}
_ALWAYS = partial(Rule, targets=GEMINI, when="always")


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
        others = [each for each in values_of(node.schema) if not isinstance(each, str)]
        if others:
            yield Finding(
                (*node.path, "enum"),
                f"Gemini takes only strings in `enum`; that of {place(node.path)} has"
                f" {listed(others)}. Write them as strings, or say them in the description.",
            )


def _empty_values(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if "" in values_of(node.schema):
            yield Finding(
                (*node.path, "enum"),
                f"Gemini takes no empty string in `enum`; that of {place(node.path)} has one. Take"
                " it out, and let the property be left out instead.",
            )


def _enum_of_no_string(view: View) -> Iterator[Finding]:
    """Values that are no strings are told by another rule."""
    for node in view.nodes:
        values = values_of(node.schema)
        is_text = values and all(isinstance(each, str) for each in values)
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


RULES = (
    _ALWAYS(
        id="GE-TYPE-SCALAR",
        what="`type`",
        limit="one value",
        source="genspark-ai/genoffice#186",
        severity="change",
        check=_several_types,
    ),
    _ALWAYS(
        id="GE-ENUM-STR",
        what="`enum` values",
        limit="strings, for integers too",
        source=f"{_TYPES} Schema.enum; thClaws/thClaws#172",
        severity="change",
        check=_values_no_strings,
    ),
    _ALWAYS(
        id="GE-ENUM-EMPTY",
        what="empty strings in `enum`",
        limit="none",
        source="sbroenne/mcp-server-excel#607, apify/apify-mcp-server#353",
        severity="change",
        check=_empty_values,
    ),
    _ALWAYS(
        id="GE-ENUM-TYPE",
        what="`type` beside `enum`",
        limit="`string`",
        source="decolua/9router#380",
        severity="change",
        check=_enum_of_no_string,
    ),
    _ALWAYS(
        id="GE-FORMAT",
        what="formats",
        limit="; ".join(f"{kind}: {', '.join(each)}" for kind, each in _FORMATS.items()),
        source="enechange/collmbo#195, CherryHQ/cherry-studio#4153",
        severity="change",
        check=_formats,
    ),
    _ALWAYS(
        id="GE-ARRAY-ITEMS",
        what="every array has `items`",
        limit="there",
        source="cline/cline#7339",
        severity="change",
        check=partial(without_items, who=_WHO),
    ),
)
