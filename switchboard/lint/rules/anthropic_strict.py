"""What Anthropic's strict mode asks of objects and references."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.objects import left_open, maps
from switchboard.lint.rules.references import external, recursion
from switchboard.lint.targets import ANTHROPIC
from switchboard.lint.view import View

_WHO = "Anthropic's strict mode"
_TRANSFORM = "anthropic-sdk-python lib/_parse/_transform.py"
_PAGE = "lang_schema 0.7.1, after platform.claude.com's page on structured outputs"
_TELLING = ("type", "enum", "const", "anyOf", "allOf", "oneOf", "$ref")
_STRICT = partial(Rule, targets=ANTHROPIC, when="strict")


def _references_in_all(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if node.steps[:1] == ("allOf",) and "$ref" in node.schema:
            message = f"{_WHO} takes no `$ref` in `allOf` ({place(node.path)}). Put what it names"
            yield Finding((*node.path, "$ref"), f"{message} there.")


def _untyped(view: View) -> Iterator[Finding]:
    for node in view.values:
        # At the root only one type is taken, and AN-ROOT-TYPE asks for it.
        if node.steps and not any(word in node.schema for word in _TELLING):
            message = f"{_WHO} wants to know what {place(node.path)} may be. Give it a `type`."
            yield Finding(node.path, message)


RULES = (
    _STRICT(
        id="AN-S-ADDL",
        what="every object is closed",
        limit="`additionalProperties: false`",
        source=_TRANSFORM,
        severity="change",
        check=partial(left_open, who=_WHO),
    ),
    _STRICT(
        id="AN-S-ADDL-MAP",
        what="no object with names of the model's own choice",
        limit="`properties` says them all",
        source=_TRANSFORM,
        severity="refused",
        check=partial(maps, who=_WHO),
    ),
    _STRICT(
        id="AN-S-TYPES",
        what="every schema says what it takes",
        limit="type, enum, const, anyOf, allOf, oneOf or $ref",
        source=_TRANSFORM,
        severity="refused",
        check=_untyped,
    ),
    _STRICT(
        id="AN-S-KW-ALLOF",
        what="`$ref` in `allOf`",
        limit="none",
        source=_PAGE,
        severity="change",
        check=_references_in_all,
    ),
    _STRICT(
        id="AN-S-KW-LOOP",
        what="schemas that hold themselves",
        limit="none",
        source=_PAGE,
        severity="refused",
        check=partial(recursion, who=_WHO),
    ),
    _STRICT(
        id="AN-S-KW-REF",
        what="references out of the schema",
        limit="none",
        source=_PAGE,
        severity="refused",
        check=partial(external, who=_WHO),
    ),
)
