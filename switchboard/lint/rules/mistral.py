"""Mistral's rules."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.names import characters, length
from switchboard.lint.targets import MISTRAL
from switchboard.lint.view import View
from switchboard.tools import check_schema

_WHO = "Mistral"
_VALIDATOR = "mistral-common 1.13.1 protocol/instruct/validator.py"
_DRAFT_7 = "http://json-schema.org/draft-07/schema#"
# What is sound in 2020-12 is so in draft 7, but for what these words say or name.
_TOLD_APART = frozenset(("$anchor", "$dynamicAnchor", "$id", "additionalItems"))
_ALWAYS = partial(Rule, targets=MISTRAL, when="always")


def _without_parameters(view: View) -> Iterator[Finding]:
    if "parameters" not in view.function:
        message = "Mistral wants `parameters` even for a tool without arguments. Add an empty"
        yield Finding((), f'{message} object: `{{"type": "object", "properties": {{}}}}`.')


def _no_draft_7(view: View) -> Iterator[Finding]:
    """What is no schema in its own draft is told by another rule."""
    if view.parameters is None or _is_surely_draft_7(view) or check_schema(view.parameters):
        return
    for each in check_schema({**view.parameters, "$schema": _DRAFT_7}):
        path = ("parameters", *each.path)
        message = f"Mistral reads schemas as draft 7, and {place(path)} is none. {each.message}"
        yield Finding(path, message)


def _is_surely_draft_7(view: View) -> bool:
    """Saves the time of checking nearly every schema a second time."""
    draft = str((view.parameters or {}).get("$schema", "2020-12"))
    if "draft-07" in draft:
        return True
    return "2020-12" in draft and not any(_TOLD_APART & each.schema.keys() for each in view.nodes)


RULES = (
    _ALWAYS(
        id="MI-NAME",
        what="characters of the name",
        limit="`^[a-zA-Z0-9_-]+$`",
        source=_VALIDATOR,
        severity="change",
        check=partial(
            characters,
            who=_WHO,
            allowed=r"[a-zA-Z0-9_-]+",
            words="only letters (a to z), digits, `_` and `-`",
        ),
    ),
    _ALWAYS(
        id="MI-NAME-LEN",
        what="length of the name",
        limit="1 to 64",
        source=_VALIDATOR,
        severity="refused",
        check=partial(length, who=_WHO, most=64),
    ),
    _ALWAYS(
        id="MI-SCHEMA",
        what="`parameters`",
        limit="there",
        source="mistralai client/models/function.py",
        severity="change",
        check=_without_parameters,
    ),
    _ALWAYS(
        id="MI-SCHEMA-DRAFT",
        what="`parameters` is a JSON Schema",
        limit="draft 7",
        source=_VALIDATOR,
        severity="refused",
        check=_no_draft_7,
    ),
)
