"""What Anthropic's strict mode asks of a schema, and how much it takes in one request."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.keywords import formats, refused
from switchboard.lint.rules.objects import left_open, maps
from switchboard.lint.rules.references import external, recursion
from switchboard.lint.targets import ANTHROPIC
from switchboard.lint.view import Census, View
from switchboard.tools.quoting import code

_WHO = "Anthropic's strict mode"
_TRANSFORM = "anthropic-sdk-python lib/_parse/_transform.py"
_PAGE = "lang_schema 0.7.1, after platform.claude.com's page on structured outputs"
_LIMITS = f"{_PAGE}; camel-ai/camel#4171, elizaOS/eliza#16499"
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


def _too_many(tools: Sequence[Census], *, most: int) -> Iterator[Finding]:
    if len(tools) > most:
        message = f"Anthropic takes {most} strict tools in one request; these are {len(tools)}."
        yield Finding((), f"{message} Leave some out, or make some not strict.")


def _too_many_optional(tools: Sequence[Census], *, most: int) -> Iterator[Finding]:
    total = sum(each.optional for each in tools)
    if total > most:
        yield Finding(
            (),
            f"Anthropic takes {most} optional parameters in all strict tools of a request; these"
            f" are {total}. Require some, or make some tools not strict.",
        )


def _too_many_unions(tools: Sequence[Census], *, most: int) -> Iterator[Finding]:
    total = sum(each.unions for each in tools)
    if total > most:
        yield Finding(
            (),
            f"Anthropic takes {most} parameters with `anyOf` or several types in all strict tools"
            f" of a request; these are {total}. Give some a single type.",
        )


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


def _references_in_all(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if node.steps[:1] == ("allOf",) and "$ref" in node.schema:
            message = f"{_WHO} takes no `$ref` in `allOf` ({place(node.path)}). Put what it names"
            yield Finding((*node.path, "$ref"), f"{message} there.")


def _nested_values(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        values = node.schema.get("enum")
        if isinstance(values, list) and any(isinstance(each, list | dict) for each in values):
            message = f"{_WHO} takes only plain values in `enum` (of {place(node.path)}). Leave the"
            yield Finding((*node.path, "enum"), f"{message} lists and objects out.")


_STRICT = partial(Rule, targets=ANTHROPIC, when="strict")

RULES = (
    _STRICT(
        id="AN-S-TOOLS",
        what="strict tools in a request",
        limit="20",
        source=_LIMITS,
        severity="refused",
        check_all=partial(_too_many, most=20),
    ),
    _STRICT(
        id="AN-S-OPT",
        what="optional parameters of all strict tools",
        limit="24",
        source=_LIMITS,
        severity="refused",
        check_all=partial(_too_many_optional, most=24),
    ),
    _STRICT(
        id="AN-S-UNION",
        what="parameters with anyOf or several types, of all strict tools",
        limit="16",
        source=_LIMITS,
        severity="refused",
        check_all=partial(_too_many_unions, most=16),
    ),
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
        id="AN-S-KW-ALLOF",
        what="`$ref` in `allOf`",
        limit="none",
        source=_PAGE,
        severity="change",
        check=_references_in_all,
    ),
    _STRICT(
        id="AN-S-KW-ENUM",
        what="`enum` values",
        limit="scalars",
        source=_TRANSFORM,
        severity="change",
        check=_nested_values,
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
