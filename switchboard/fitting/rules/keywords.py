"""Rules that drop the keywords a provider refuses, and tell in words what they said."""

from collections.abc import Callable, Collection, Iterator
from json import dumps

from switchboard.fitting.conjunction import WORDS
from switchboard.fitting.edits import At, Edit, Rule, without
from switchboard.fitting.naming import named
from switchboard.fitting.rules.combining import with_words
from switchboard.fitting.rules.references import refers
from switchboard.tools.quoting import code
from switchboard.wire import Json, JsonObject

# These judge an object or a value as a whole, so that what comes after them needs them gone.
_WHOLE = frozenset(
    {"minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "dependencies"}
    | {"not", "if", "then", "else", "propertyNames", "unevaluatedProperties", "contains"}
    | {"unevaluatedItems", "minContains", "maxContains"}
)
_REFUSING = _WHOLE | frozenset(
    {"minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "required"}
    | {"exclusiveMaximum", "multipleOf", "uniqueItems", "minItems", "maxItems", "properties"}
    | {"additionalProperties", "patternProperties", "items", "prefixItems", "additionalItems"}
    | {"enum", "const", "type", "anyOf", "oneOf", "allOf", "$ref"}
)
_TOLD: dict[str, str] = {
    "minLength": "At least {} characters.",
    "maxLength": "At most {} characters.",
    "minimum": "At least {}.",
    "maximum": "At most {}.",
    "exclusiveMinimum": "More than {}.",
    "exclusiveMaximum": "Less than {}.",
    "multipleOf": "A multiple of {}.",
    "minItems": "At least {} entries.",
    "maxItems": "At most {} entries.",
    "minProperties": "At least {} properties.",
    "maxProperties": "At most {} properties.",
    "pattern": "Matches the pattern {}.",
    "format": "Format: {}.",
    "default": "Default: {}.",
    "examples": "Examples: {}.",
    "example": "Example: {}.",
}
_LONGEST_TOLD = 200


def dropping(known: Callable[[JsonObject], Collection[str]]) -> Rule:
    """Drops each keyword that is not known for that schema."""

    def dropped(node: JsonObject, at: At) -> Iterator[Edit]:
        for key in node.keys() - {*known(node)} if node else ():
            yield drop(node, at, key=key)

    def in_order(node: JsonObject, at: At) -> Iterator[Edit]:
        yield from sorted(dropped(node, at), key=lambda edit: [*node].index(str(edit.beneath[0])))

    return in_order


def choice_of_the_root_dropped(node: JsonObject, at: At) -> Iterator[Edit]:
    """The arguments as a whole are not chosen from a list, and never become text."""
    for key in ("const", "enum"):
        if at.is_root and key in node:
            yield drop(node, at, key=key)


def drop(node: JsonObject, at: At, *, key: str) -> Edit:
    """One keyword dropped, its meaning put into the description where words can hold it."""
    told = sentence_of(key, node[key])
    loosens = key in _REFUSING and not _is_idle(key, node[key])
    return Edit(
        "drop",
        f"{code(key)} of {named(at.path)} is dropped",
        lambda now: without(_told(now, told), key),
        _meaning(key, told, loosens=loosens),
        beneath=(key,),
        loosens=loosens,
        is_first=key in _WHOLE,
        after=("unrequire",) if key == "required" else (),
        is_everywhere=key in _WHOLE and refers(node[key]),
    )


def sentence_of(key: str, value: Json) -> str:
    """What the keyword says, for a description; empty where words would not help."""
    if key == "uniqueItems":
        return "No two entries are the same." if value is True else ""
    if key not in _TOLD:
        return ""
    text = value if isinstance(value, str) and key != "default" else _json(key, value)
    return _TOLD[key].format(text) if len(text) <= _LONGEST_TOLD else ""


def _json(key: str, value: Json) -> str:
    if key == "examples" and isinstance(value, list):
        return ", ".join(dumps(each, ensure_ascii=False) for each in value)
    return dumps(value, ensure_ascii=False)


def _told(node: JsonObject, sentence: str) -> JsonObject:
    return with_words(node, sentence) if sentence else node


def _meaning(key: str, told: str, *, loosens: bool) -> str:
    checked = f"{code(key)} is not checked any more" if loosens else ""
    if told:
        moved = "its description tells it"
        return f"{checked}; {moved}." if checked else f"{moved[0].upper()}{moved[1:]} instead."
    if checked:
        return f"{checked}."
    return "" if key in WORDS - {"default"} or key.startswith(("$", "x-")) else _unheard(key)


def _unheard(key: str) -> str:
    return f"The model is not told {code(key)} any more."


def _is_idle(key: str, value: Json) -> bool:
    """Whether the keyword refuses nothing as it stands."""
    if value is True or value == {}:
        return key in {"additionalProperties", "items", "unevaluatedProperties", "propertyNames"}
    if value == []:
        return key in {"required", "prefixItems"}
    return value is False and key == "uniqueItems"
