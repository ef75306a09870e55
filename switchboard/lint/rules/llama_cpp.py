"""What llama.cpp's grammars make of a schema: most of what they do not know is passed over."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.references import address_of, external
from switchboard.lint.schemas import kinds, properties_of
from switchboard.lint.targets import LLAMA_CPP
from switchboard.lint.view import Node, View
from switchboard.tools.quoting import code

_SOURCE = "llama.cpp grammars/README.md"
_SKIPPED = frozenset(
    (
        "contains",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "if",
        "maxContains",
        "minContains",
        "not",
        "patternProperties",
        "prefixItems",
        "then",
        "uniqueItems",
    )
)
_BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_FORMATS = ("email", "uri")


def _skipped(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        for word, what in _passed_over(node):
            yield Finding(
                (*node.path, word),
                f"llama.cpp passes over {what} (in {place(node.path)}), so a call may break it."
                " Say it in the description too.",
            )


def _passed_over(node: Node) -> Iterator[tuple[str, str]]:
    yield from ((word, code(word)) for word in node.schema if word in _SKIPPED)
    if "number" in kinds(node.schema):
        yield from ((word, f"{code(word)} of a number") for word in _BOUNDS if word in node.schema)
    if node.schema.get("format") in _FORMATS:
        yield "format", f"the format {code(str(node.schema['format']))}"


def _nested_references(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        if address_of(node) is not None and {"$defs", "definitions"} & {*node.path}:
            yield Finding(
                (*node.path, "$ref"),
                f"llama.cpp loses a `$ref` within a definition ({place(node.path)}). Put what it"
                " names there.",
            )


def _patterns(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        pattern = node.schema.get("pattern")
        is_whole = isinstance(pattern, str) and pattern[:1] == "^" and pattern[-1:] == "$"
        if pattern is not None and not is_whole:
            yield Finding(
                (*node.path, "pattern"),
                f"llama.cpp takes a pattern from `^` to `$`; that of {place(node.path)} is"
                f" {code(str(pattern))}. Write it so, or leave it out.",
            )


def _mixed(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        choice = next((word for word in ("anyOf", "oneOf") if word in node.schema), None)
        if choice and properties_of(node.schema):
            yield Finding(
                (*node.path, choice),
                f"llama.cpp cannot mix `properties` with {code(choice)} ({place(node.path)}). Put"
                " all properties into each of the forms.",
            )


def _closed_unasked(view: View) -> Iterator[Finding]:
    """Told only where the schema shows that others are meant; most objects mean none."""
    for node in view.nodes:
        if node.is_object and "additionalProperties" not in node.schema and _means_more(node):
            yield Finding(
                node.path,
                f"llama.cpp lets no other properties into {place(node.path)} unless it says"
                ' `"additionalProperties": true`. Write that if they are meant.',
            )


def _means_more(node: Node) -> bool:
    least = node.schema.get("minProperties")
    wants_more = isinstance(least, int) and least > len(properties_of(node.schema))
    return wants_more or "propertyNames" in node.schema or "patternProperties" in node.schema


_ADVICE = partial(Rule, targets=LLAMA_CPP, when="always", source=_SOURCE, severity="advice")

RULES = (
    _ADVICE(
        id="LC-SCHEMA",
        what="keywords passed over in silence",
        limit=f"{', '.join(sorted(_SKIPPED))}; bounds of numbers; formats uri, email",
        check=_skipped,
    ),
    _ADVICE(
        id="LC-SCHEMA-REF",
        what="`$ref` within a definition",
        limit="lost",
        check=_nested_references,
    ),
    Rule(
        id="LC-SCHEMA-REMOTE",
        targets=LLAMA_CPP,
        when="always",
        what="references out of the schema",
        limit="none",
        source=_SOURCE,
        severity="refused",
        check=partial(external, who="llama.cpp"),
    ),
    Rule(
        id="LC-SCHEMA-PATTERN",
        targets=LLAMA_CPP,
        when="always",
        what="`pattern`",
        limit="from `^` to `$`",
        source=_SOURCE,
        severity="change",
        check=_patterns,
    ),
    _ADVICE(
        id="LC-SCHEMA-MIXED",
        what="`properties` beside `anyOf` or `oneOf`",
        limit="one of them",
        check=_mixed,
    ),
    _ADVICE(
        id="LC-SCHEMA-OPEN",
        what="`additionalProperties` left out",
        limit="taken as false",
        check=_closed_unasked,
    ),
)
