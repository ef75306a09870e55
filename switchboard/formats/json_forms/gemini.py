"""Gemini's function declarations, both ways."""

from switchboard.formats.json_forms.flat import GEMINI
from switchboard.formats.json_forms.flat_reading import read_flat
from switchboard.formats.json_forms.flat_writing import write_flat
from switchboard.formats.json_forms.gemini_schema_reading import from_gemini
from switchboard.formats.json_forms.gemini_schema_writing import misfits, to_gemini
from switchboard.formats.json_forms.gemini_words import CAMEL
from switchboard.formats.json_forms.written import Written
from switchboard.formats.wording import code
from switchboard.tools import Tool
from switchboard.wire import JsonObject

_PAIRS = {"parameters": "parametersJsonSchema", "response": "responseJsonSchema"}
"""Either of two may stand there, never both (``FunctionDeclaration``)."""


def read_gemini(value: JsonObject) -> JsonObject:
    """The canonical tool; of a schema written twice, the JSON Schema."""
    renamed = {CAMEL.get(key, key): item for key, item in value.items()}
    for theirs, plain in _PAIRS.items():
        if theirs in renamed:
            schema = from_gemini(renamed.pop(theirs))
            renamed.setdefault(plain, schema)
    return read_flat(renamed, GEMINI)


def doubled(value: JsonObject) -> list[str]:
    """The schemas that are written in both ways."""
    names = {CAMEL.get(key, key) for key in value}
    return [theirs for theirs, plain in _PAIRS.items() if {theirs, plain} <= names]


def write_gemini(tool: Tool) -> Written:
    """The declaration, with ``parameters`` where these hold the schema and it comes back whole."""
    written = write_flat(tool, GEMINI)
    schema = written.value.get("parametersJsonSchema")
    if not isinstance(schema, dict):
        return written
    if (parameters := to_gemini(schema)) is not None:
        written.value = _replaced(written.value, parameters)
    else:
        names = sorted(set(misfits(schema))) or ["null"]
        written.said.append(
            "The schema stands under `parametersJsonSchema`, which newer models read:"
            f" `parameters` can't hold {code(*names, most=99)}."
        )
    return written


def _replaced(value: JsonObject, parameters: JsonObject) -> JsonObject:
    plain = _PAIRS["parameters"]
    return {
        **{("parameters" if key == plain else key): item for key, item in value.items()},
        "parameters": parameters,
    }
