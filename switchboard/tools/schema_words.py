"""What a schema asks for, in a few words: the kind of value, and its limits."""

from collections.abc import Iterator

from switchboard.tools.quoting import code, listed, shown
from switchboard.wire import Json, JsonObject

_KINDS = {
    "string": ("string", "strings"),
    "integer": ("integer", "integers"),
    "number": ("number", "numbers"),
    "boolean": ("true or false", "true or false"),
    "array": ("list", "lists"),
    "object": ("object", "objects"),
    "null": ("null", "null"),
}
_LONGEST_PATTERN = 100

# Keyword, words before the value, words after it.
_LIMITS = (
    ("minimum", "at least ", ""),
    ("exclusiveMinimum", "more than ", ""),
    ("maximum", "at most ", ""),
    ("exclusiveMaximum", "less than ", ""),
    ("multipleOf", "a multiple of ", ""),
    ("minLength", "at least ", " characters"),
    ("maxLength", "at most ", " characters"),
    ("minItems", "at least ", " entries"),
    ("maxItems", "at most ", " entries"),
    ("minProperties", "at least ", " properties"),
    ("maxProperties", "at most ", " properties"),
    ("default", "", " when left out"),
)
_ONE = {" characters": " character", " entries": " entry", " properties": " property"}
_MARKS = (
    ("uniqueItems", True, "no two equal"),
    ("deprecated", True, "no longer to be used"),
)
_CONDITIONS = ("if", "not", "dependentRequired", "dependentSchemas", "propertyNames", "contains")


def kind_in_words(schema: Json, *, is_plural: bool = False) -> str:
    """The kind of value: "string", "list of integers", "string or null"; "anything" if not said."""
    if not isinstance(schema, dict):
        return "nothing" if schema is False else "anything"
    named = schema.get("type")
    kinds = [name for name in _listed(named) if isinstance(name, str)]
    if not kinds:
        return _implied(schema, is_plural=is_plural)
    return " or ".join(_kind(name, schema, is_plural=is_plural) for name in kinds[:8])


def limits_in_words(schema: Json) -> Iterator[str]:
    """What else must hold of the value, as parts of a sentence, values between backticks."""
    if not isinstance(schema, dict):
        return
    if isinstance(allowed := schema.get("enum"), list):
        yield f"one of {listed(allowed)}" if allowed else "none is allowed"
    if "const" in schema:
        yield f"always {shown(schema['const'])}"
    if isinstance(named := schema.get("format"), str):
        yield f"format {code(named)}"
    if isinstance(pattern := schema.get("pattern"), str):
        yield f"matching {code(pattern, longest=_LONGEST_PATTERN)}"
    for keyword, before, after in _LIMITS:
        if keyword in schema:
            limit = schema[keyword]
            unit = _ONE.get(after, after) if limit == 1 else after
            yield f"{before}{shown(limit)}{unit}"
    yield from (words for keyword, wanted, words in _MARKS if schema.get(keyword) is wanted)
    if isinstance(examples := schema.get("examples"), list) and examples:
        yield f"for example {listed(examples[:3])}"
    if conditions := [code(keyword) for keyword in _CONDITIONS if keyword in schema]:
        yield f"see also {', '.join(conditions)} in the schema"


def _kind(name: str, schema: JsonObject, *, is_plural: bool) -> str:
    word = _KINDS[name][is_plural] if name in _KINDS else code(name)
    entries = schema.get("items")
    if name == "array" and isinstance(entries, dict) and "$ref" not in entries:
        inner = kind_in_words(entries, is_plural=True)
        return word if inner == "anything" else f"{word} of {inner}"
    return word


def _implied(schema: JsonObject, *, is_plural: bool) -> str:
    if isinstance(schema.get("properties"), dict):
        return _KINDS["object"][is_plural]
    for keyword, words in (("anyOf", "any of"), ("oneOf", "one of")):
        forms = schema.get(keyword)
        if isinstance(forms, list) and forms:
            return _either(forms, words, is_plural=is_plural)
    values = schema["enum"] if isinstance(schema.get("enum"), list) else []
    if values and all(isinstance(value, str) for value in _listed(values)):
        return _KINDS["string"][is_plural]
    return "anything"


def _either(forms: list[Json], words: str, *, is_plural: bool) -> str:
    """ "string or null" where each form is no more than a type."""
    if all(isinstance(form, dict) and form.keys() <= {"type", "description"} for form in forms):
        kinds = dict.fromkeys(kind_in_words(form, is_plural=is_plural) for form in forms)
        return " or ".join(list(kinds)[:8])
    return f"{words} {len(forms)} forms" if len(forms) > 1 else kind_in_words(forms[0])


def _listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]
