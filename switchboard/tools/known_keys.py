"""Which keys can stand where in a toolset's text, as data: for advice and for completion.

Sources: OpenAI's API reference (``tools`` of chat completions); JSON Schema 2020-12, Core and
Validation, with the keywords of earlier drafts and of OpenAPI 3.0 that tools still bring along.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from switchboard.problems import JsonPath
from switchboard.tools.definitions import MARGIN


@dataclass(frozen=True, slots=True)
class Known:
    """A key that has a meaning where it stands."""

    about: str
    """What it says, in a few words."""

    leads: str = ""
    """The kind of its value, as in ``KINDS``; empty: anything."""

    values: tuple[str, ...] = ()
    """What its value is, or may begin with, as JSON; the usual one first."""


@dataclass(frozen=True, slots=True)
class Kind:
    """An object or list of a toolset's text, by what may stand in it."""

    keys: Mapping[str, Known] = field(default_factory=dict)
    each: str = ""
    """The kind of a list's entries, and of the values under names of a person's own choice."""

    values: tuple[str, ...] = ()
    """What an entry of the list may be, as JSON."""


_BOOLEANS = ("true", "false")
_TYPES = (
    '"string"',
    '"number"',
    '"integer"',
    '"boolean"',
    '"array"',
    '"object"',
    '"null"',
)
# JSON Schema 2020-12 Validation, section 7.3.
_FORMATS = (
    '"date"',
    '"date-time"',
    '"time"',
    '"duration"',
    '"email"',
    '"uri"',
    '"uuid"',
    '"hostname"',
    '"ipv4"',
    '"ipv6"',
    '"idn-email"',
    '"idn-hostname"',
    '"iri"',
    '"iri-reference"',
    '"json-pointer"',
    '"regex"',
    '"relative-json-pointer"',
    '"uri-reference"',
    '"uri-template"',
)
_SCHEMA, _SCHEMAS, _SCHEMA_LIST = ("{}",), ("{}",), ("[]",)

_FUNCTION = {
    "name": Known("What the model calls it: letters, digits, _ and -, 64 at most", values=('""',)),
    "description": Known("When and how to use it, for the model", values=('""',)),
    "parameters": Known("The JSON Schema of the arguments", "schema", ('{"type": "object"}',)),
    "strict": Known("Arguments always fit the schema", values=_BOOLEANS),
}

_MARGIN = {
    "title": Known("A name for people", values=('""',)),
    "output_schema": Known("The JSON Schema of the results", "schema", _SCHEMA),
    "annotations": Known("What MCP says of its behaviour", values=("{}",)),
    "http": Known("The method, path and server behind it", values=("{}",)),
    "examples": Known("Arguments to try", values=("[]",)),
    "responders": Known("How it answers here", "responders", ("[]",)),
    "faults": Known("What is done to its results on purpose", "faults", ("{}",)),
    "source": Known("Where it came from", values=('""',)),
}

_RESPONDER = {
    "kind": Known(
        "Who answers",
        values=(
            '"fixed"',
            '"template"',
            '"schema"',
            '"model"',
            '"http"',
            '"mcp"',
            '"hand"',
        ),
    ),
    "when": Known("The JSON Schema of the arguments it is for", "schema", _SCHEMA),
    "result": Known("Fixed: the result, as JSON or as a text"),
    "template": Known("Template: Jinja over the arguments", values=('""',)),
    "seed": Known("Of what is drawn by chance", values=("1",)),
    "model": Known("Model: which one plays the tool", values=('""',)),
    "base_url": Known("Model: of another gateway", values=('""',)),
    "instruction": Known("Model: what it is told beside the tool", values=('""',)),
    "url": Known("HTTP: a template of the address", values=('"https://"',)),
    "method": Known("HTTP: how it is asked", values=('"GET"', '"POST"')),
    "headers": Known("HTTP: templates by name, never a key", values=("{}",)),
    "body": Known("HTTP: a template of what is sent", values=('""',)),
    "server": Known("MCP: which of the operator's servers", values=('""',)),
    "tool": Known("MCP: the name of its tool", values=('""',)),
}

_FAULTS = {
    "chances": Known("How likely each is, from 0 to 1, by its name", values=("{}",)),
    "seed": Known("Of the draw", values=("1",)),
}

_SCHEMA_KEYS = {
    "type": Known("The kind of value", "types", (*_TYPES, "[]")),
    "description": Known("What it is, for the model", values=('""',)),
    "properties": Known("The object's properties, by name", "schemas", _SCHEMAS),
    "required": Known("The properties that must be given", "names", ("[]",)),
    "additionalProperties": Known("Whether others may be given", "schema", ("false", "true", "{}")),
    "enum": Known("The values allowed", values=("[]",)),
    "items": Known("The schema of each entry", "schema", _SCHEMA),
    "format": Known("What kind of text", values=_FORMATS),
    "default": Known("What is taken when it is left out"),
    "const": Known("The one value allowed"),
    "title": Known("A short name", values=('""',)),
    "examples": Known("Values to show", values=("[]",)),
    "minimum": Known("The least number"),
    "maximum": Known("The greatest number"),
    "exclusiveMinimum": Known("More than this number"),
    "exclusiveMaximum": Known("Less than this number"),
    "multipleOf": Known("A whole multiple of this number"),
    "minLength": Known("At least so many characters"),
    "maxLength": Known("At most so many characters"),
    "pattern": Known("A regular expression to match", values=('""',)),
    "minItems": Known("At least so many entries"),
    "maxItems": Known("At most so many entries"),
    "uniqueItems": Known("No two entries equal", values=_BOOLEANS),
    "prefixItems": Known("The schemas of the first entries", "schema-list", _SCHEMA_LIST),
    "contains": Known("A schema that an entry must fit", "schema", _SCHEMA),
    "minContains": Known("At least so many entries that fit"),
    "maxContains": Known("At most so many entries that fit"),
    "minProperties": Known("At least so many properties"),
    "maxProperties": Known("At most so many properties"),
    "propertyNames": Known("The schema of the names", "schema", _SCHEMA),
    "patternProperties": Known("Properties whose names match", "schemas", _SCHEMAS),
    "anyOf": Known("At least one of these schemas", "schema-list", _SCHEMA_LIST),
    "oneOf": Known("Exactly one of these schemas", "schema-list", _SCHEMA_LIST),
    "allOf": Known("All of these schemas", "schema-list", _SCHEMA_LIST),
    "not": Known("None of what this schema allows", "schema", _SCHEMA),
    "if": Known("When this schema fits …", "schema", _SCHEMA),
    "then": Known("… this one must too", "schema", _SCHEMA),
    "else": Known("… and else this one", "schema", _SCHEMA),
    "$ref": Known("The schema that stands elsewhere", values=('"#/$defs/"',)),
    "$defs": Known("Schemas to refer to, by name", "schemas", _SCHEMAS),
    "dependentRequired": Known("What is required beside which property", values=("{}",)),
    "dependentSchemas": Known("What fits beside which property", "schemas", _SCHEMAS),
    "unevaluatedItems": Known("Whether there may be other entries", "schema", _BOOLEANS),
    "unevaluatedProperties": Known("Whether there may be others", "schema", _BOOLEANS),
    "deprecated": Known("No longer to be used", values=_BOOLEANS),
    "readOnly": Known("Only ever told, never given", values=_BOOLEANS),
    "writeOnly": Known("Only ever given, never told", values=_BOOLEANS),
    "contentEncoding": Known("How a text is encoded", values=('"base64"',)),
    "contentMediaType": Known("What kind of content a text is", values=('""',)),
    "contentSchema": Known("The schema of the decoded content", "schema", _SCHEMA),
    "$schema": Known(
        "The version of JSON Schema",
        values=(
            '"https://json-schema.org/draft/2020-12/schema"',
            '"http://json-schema.org/draft-07/schema#"',
        ),
    ),
    "$id": Known("The schema's own address", values=('""',)),
    "$anchor": Known("A name to refer to", values=('""',)),
    "$dynamicRef": Known("A reference that recursion can move", values=('""',)),
    "$dynamicAnchor": Known("A name that recursion can move", values=('""',)),
    "$vocabulary": Known("Which vocabularies it needs", values=("{}",)),
    "$comment": Known("A note that nobody reads to the model", values=('""',)),
}

OFTEN_SEEN: Mapping[str, Known] = {
    "definitions": Known("Draft 7's name of $defs", "schemas"),
    "dependencies": Known("Draft 7's dependentRequired", "schemas"),
    "additionalItems": Known("Draft 7's items after the first", "schema"),
    "id": Known("Draft 4's name of $id"),
    "nullable": Known("OpenAPI 3.0: it may be null"),
    "example": Known("OpenAPI 3.0: a value to show"),
    "discriminator": Known("OpenAPI: which property tells the forms apart"),
    "xml": Known("OpenAPI: how it is written in XML"),
    "externalDocs": Known("OpenAPI: where more is told"),
    "propertyOrdering": Known("Gemini: the order of the properties"),
    "strict": Known("Left there by some frameworks"),
}
"""Keys of schemas that are understood but not offered."""

KINDS: Mapping[str, Kind] = {
    "toolset": Kind(each="entry"),
    "entry": Kind(
        keys={
            "type": Known("What kind of tool", values=('"function"',)),
            "function": Known("The function's definition", "function", ("{}",)),
            MARGIN: Known("Kept beside the tool, never sent", "margin", ("{}",)),
        }
    ),
    "function": Kind(keys=_FUNCTION),
    "bare": Kind(keys=_FUNCTION | {MARGIN: Known("Kept, never sent", "margin", ("{}",))}),
    "margin": Kind(keys=_MARGIN),
    "responders": Kind(each="responder"),
    "responder": Kind(keys=_RESPONDER),
    "faults": Kind(keys=_FAULTS),
    "schema": Kind(keys=_SCHEMA_KEYS),
    "schemas": Kind(each="schema"),
    "schema-list": Kind(each="schema"),
    "types": Kind(values=_TYPES),
    "names": Kind(),
}


def kind_at(path: JsonPath, *, start: str = "toolset") -> str:
    """The kind of what stands there; empty where anything may stand."""
    kind = start
    for part in path:
        place = KINDS.get(kind, Kind())
        known = place.keys.get(part) if isinstance(part, str) else None
        kind = known.leads if known else place.each
    return kind
