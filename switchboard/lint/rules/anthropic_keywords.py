"""Which keywords, and which of their values, Anthropic's strict mode takes."""

import re
from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.keywords import formats, refused
from switchboard.lint.schemas import values_of
from switchboard.lint.targets import ANTHROPIC
from switchboard.lint.view import View
from switchboard.tools.quoting import code

_WHO = "Anthropic's strict mode"
_TRANSFORM = "anthropic-sdk-python lib/_parse/_transform.py"
_PAGE = "lang_schema 0.7.1, after platform.claude.com's page on structured outputs"
_FORMATS = (
    "date-time",
    "time",
    "date",
    "duration",
    "email",
    "hostname",
    "uri",
    "ipv4",
    "ipv6",
    "uuid",
)
_REFUSED = frozenset(
    (
        "contains",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "if",
        "maxContains",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minContains",
        "minLength",
        "minProperties",
        "minimum",
        "multipleOf",
        "not",
        "oneOf",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
        "uniqueItems",
    )
)
_SHAPES = frozenset(("patternProperties", "prefixItems"))
# Lookaround, word boundaries, references back.
_NO_PATTERN = re.compile(r"\(\?(?:=|!|<)|\\[bB1-9]")
_STRICT = partial(Rule, targets=ANTHROPIC, when="strict")


def _least_items(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if node.schema.get("minItems", 0) not in (0, 1):
            message = f"{_WHO} takes `minItems` of 0 or 1 (in {place(node.path)}). Leave it out."
            yield Finding((*node.path, "minItems"), message)


def _patterns(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        pattern = node.schema.get("pattern")
        if isinstance(pattern, str) and _NO_PATTERN.search(pattern):
            yield Finding(
                (*node.path, "pattern"),
                f"{_WHO} takes no lookaround, word boundary or reference back in a pattern; that of"
                f" {place(node.path)} is {code(pattern)}. Leave it out, or write it without.",
            )


def _nested_values(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if any(isinstance(each, list | dict) for each in values_of(node.schema)):
            message = f"{_WHO} takes only plain values in `enum` (of {place(node.path)}). Leave the"
            yield Finding((*node.path, "enum"), f"{message} lists and objects out.")


RULES = (
    _STRICT(
        id="AN-S-KW",
        what="refused keywords",
        limit=", ".join(sorted(_REFUSED)),
        source=f"{_TRANSFORM}; {_PAGE}",
        severity="change",
        check=partial(
            refused,
            who=_WHO,
            words=_REFUSED,
        ),
    ),
    _STRICT(
        id="AN-S-KW-SHAPE",
        what="refused keywords that say what a value holds",
        limit=", ".join(sorted(_SHAPES)),
        source=_TRANSFORM,
        severity="refused",
        check=partial(
            refused,
            who=_WHO,
            words=_SHAPES,
        ),
    ),
    _STRICT(
        id="AN-S-KW-MINITEMS",
        what="`minItems`",
        limit="0 or 1",
        source=_TRANSFORM,
        severity="change",
        check=_least_items,
    ),
    _STRICT(
        id="AN-S-KW-FORMAT",
        what="formats of strings",
        limit=", ".join(_FORMATS),
        source=_TRANSFORM,
        severity="change",
        check=partial(formats, who=_WHO, known=_FORMATS),
    ),
    _STRICT(
        id="AN-S-KW-PATTERN",
        what="patterns",
        limit="no lookaround, word boundary, reference back",
        source=_PAGE,
        severity="change",
        check=_patterns,
    ),
    _STRICT(
        id="AN-S-KW-ENUM",
        what="`enum` values",
        limit="scalars",
        source=_TRANSFORM,
        severity="change",
        check=_nested_values,
    ),
)
