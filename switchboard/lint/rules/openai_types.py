"""What OpenAI's strict mode asks of types, choices and references."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.references import address_of
from switchboard.lint.rules.roots import root_combined
from switchboard.lint.schemas import kinds, properties_of
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import Node, View
from switchboard.tools.quoting import code

_PROFILE = "UnitVectorY-Labs/jsonschemaprofiles docs/OPENAI.md"
_TYPED = ("type", "$ref", "anyOf", "oneOf", "allOf")
_TELLING = ("enum", "const", "properties", "items")
_MOST_NAMED = 8
_STRICT = partial(Rule, targets=OPENAI, when="strict")


def _untyped(view: View) -> Iterator[Finding]:
    for node in view.values:
        if not _says(node, _TYPED) and not _says(node, _TELLING):
            yield _without_type(node)
        elif "array" in kinds(node.schema):
            yield from _without_items(node)
    for path in view.booleans:
        message = f"OpenAI's strict mode wants a schema with a `type` at {place(path)}."
        yield Finding(path, message)


def _without_type(node: Node) -> Finding:
    return Finding(
        node.path,
        f"OpenAI's strict mode wants a `type` everywhere: say what {place(node.path)} may be"
        " (string, number, boolean, integer, object, array).",
    )


def _without_items(node: Node) -> Iterator[Finding]:
    if "items" not in node.schema:
        message = f"OpenAI's strict mode wants to know what {place(node.path)} holds: write `items`"
        yield Finding(node.path, f"{message} with a `type`.")


def _type_only_told(view: View) -> Iterator[Finding]:
    for node in view.values:
        if not _says(node, _TYPED) and _says(node, _TELLING):
            yield Finding(
                node.path,
                f"OpenAI's strict mode wants a `type` everywhere: {place(node.path)} only implies"
                " its own. Write it down.",
            )


def _says(node: Node, words: tuple[str, ...]) -> bool:
    return any(word in node.schema for word in words)


def _same_first_keys(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        options = node.schema.get("anyOf")
        listed = options if isinstance(options, list) else []
        forms = [each for each in listed if isinstance(each, dict)]
        first = [next(iter(properties_of(each)), None) for each in forms]
        keys = [each for each in first if each is not None]
        if len(set(keys)) < len(keys):
            yield Finding(
                (*node.path, "anyOf"),
                f"OpenAI's strict mode tells the forms of {place(node.path)} apart by their first"
                " property, and two begin with the same. Put another one first.",
            )


def _reference_with_company(view: View) -> Iterator[Finding]:
    for node in view.nodes:
        beside = [each for each in node.schema if each not in ("$ref", "$defs", "definitions")]
        if address_of(node) is not None and beside:
            yield Finding(
                (*node.path, "$ref"),
                f"OpenAI's strict mode takes `$ref` alone; beside that of {place(node.path)} stands"
                f" {', '.join(map(code, beside[:_MOST_NAMED]))}. Write out what it names.",
            )


RULES = (
    _STRICT(
        id="OA-S-ROOT",
        what="the root is a plain object",
        limit="no `anyOf`",
        source=_PROFILE,
        severity="refused",
        check=partial(root_combined, who="OpenAI's strict mode", words=("anyOf",)),
    ),
    _STRICT(
        id="OA-S-TYPES",
        what="every schema has a type",
        limit="string, number, boolean, integer, object, array, enum, anyOf",
        source=_PROFILE,
        severity="refused",
        check=_untyped,
    ),
    _STRICT(
        id="OA-S-TYPES-SAID",
        what="a type that can be told from the rest is written down",
        limit="`type`, `$ref` or `anyOf`",
        source="UnitVectorY-Labs/jsonschemaprofiles schemas/openai_202602.yaml",
        severity="change",
        check=_type_only_told,
    ),
    _STRICT(
        id="OA-S-ANYOF-KEYS",
        what="first properties of the objects in one `anyOf`",
        limit="each another",
        source="zenn.dev/nicopin/scraps/a8d8f53f5faebb",
        severity="refused",
        check=_same_first_keys,
    ),
    _STRICT(
        id="OA-S-REF-SIB",
        what="keywords beside `$ref`",
        limit="none",
        source="openai-python lib/_pydantic.py",
        severity="change",
        check=_reference_with_company,
    ),
)
