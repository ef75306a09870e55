"""How much OpenAI's strict mode takes in one schema.

Levels are objects beneath the root, counted as they are written; what a ``$ref`` adds is not.
"""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.schemas import properties_of, values_of
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import Node, View

_PROFILE = "UnitVectorY-Labs/jsonschemaprofiles internal/engine/phase2_openai.go"
_MOST_PROPERTIES = 5_000
_MOST_LEVELS = 10
_MOST_CHARACTERS = 120_000
_MOST_VALUES = 1_000
_LARGE_ENUM = 250
_MOST_IN_LARGE = 15_000


def _total(total: int, most: int, noun: str) -> Iterator[Finding]:
    if total > most:
        yield Finding(
            ("parameters",),
            f"OpenAI's strict mode takes {most:,} {noun} in one schema; these are {total:,}."
            " Split the tool, or leave some out.",
        )


def _properties(view: View) -> Iterator[Finding]:
    total = sum(len(properties_of(node.schema)) for node in view.nodes)
    yield from _total(total, _MOST_PROPERTIES, "properties")


def _levels(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        level = node.objects - 1
        if level > _MOST_LEVELS:
            yield Finding(
                node.path,
                f"OpenAI's strict mode takes {_MOST_LEVELS} levels of nesting; {place(node.path)}"
                f" is on level {level}. Make it flatter.",
            )
            return


def _characters(view: View) -> Iterator[Finding]:
    total = sum(map(_characters_of, view.nodes))
    yield from _total(total, _MOST_CHARACTERS, "characters of names and `enum` values")


def _characters_of(node: Node) -> int:
    names = [*properties_of(node.schema), *_keys(node, "$defs"), *_keys(node, "definitions")]
    values = [*values_of(node.schema), node.schema.get("const")]
    return sum(map(len, names)) + sum(len(each) for each in values if isinstance(each, str))


def _enum_values(view: View) -> Iterator[Finding]:
    yield from _total(
        sum(len(values_of(n.schema)) for n in view.nodes), _MOST_VALUES, "`enum` values"
    )


def _large_enums(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        texts = [each for each in values_of(node.schema) if isinstance(each, str)]
        total = sum(map(len, texts))
        if len(texts) > _LARGE_ENUM and total > _MOST_IN_LARGE:
            yield Finding(
                (*node.path, "enum"),
                f"OpenAI's strict mode takes {_MOST_IN_LARGE:,} characters in an `enum` of more"
                f" than {_LARGE_ENUM} values; {place(node.path)} has {total:,}. Shorten them.",
            )


def _keys(node: Node, word: str) -> list[str]:
    named = node.schema.get(word)
    return [*named] if isinstance(named, dict) else []


_STRICT = partial(Rule, targets=OPENAI, when="strict", source=_PROFILE, severity="refused")

RULES = (
    _STRICT(id="OA-S-PROPS", what="properties in all", limit="5,000", check=_properties),
    _STRICT(
        id="OA-S-DEPTH",
        what="levels of objects beneath the root",
        limit="10 (5 until about 2025: tidyverse/ellmer#671)",
        check=_levels,
    ),
    _STRICT(
        id="OA-S-STRLEN",
        what="characters of property names, definition names, enum and const values",
        limit="120,000",
        check=_characters,
    ),
    _STRICT(id="OA-S-ENUM", what="enum values in all", limit="1,000", check=_enum_values),
    _STRICT(
        id="OA-S-ENUMSTR",
        what="characters of a string enum with more than 250 values",
        limit="15,000",
        check=_large_enums,
    ),
)
