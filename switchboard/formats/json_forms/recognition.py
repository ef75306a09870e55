"""Which form one object has. Sources: the references of the five interfaces.

OpenAI Chat ``{type, function: {…}}``, Responses flat with ``type: "function"``, Anthropic
``input_schema``, Gemini ``parameters`` with types in upper case or ``parametersJsonSchema``, MCP
``inputSchema``. A bare function is how Chat's ``function``, and its ``functions`` of 2023, look.
"""

from switchboard.formats.json_forms.found import Found
from switchboard.problems import JsonPath
from switchboard.wire import Json, JsonObject

DECLARATIONS = ("functionDeclarations", "function_declarations")
_GEMINI = frozenset(
    ("parametersJsonSchema", "parameters_json_schema", "responseJsonSchema", "response_json_schema")
)
_GEMINI_TYPES = frozenset(("OBJECT", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "NULL"))


MARKS = frozenset(("function", "inputSchema", "input_schema", "parameters", *_GEMINI))
"""What tells a form: keys that a tool of another form must not have."""


def recognise(value: JsonObject, path: JsonPath) -> Found | None:
    """The object as a tool of the one form that looks so."""
    form = _certain_form(value)
    return Found(form, value, path) if form else None


def bare_function(value: JsonObject, path: JsonPath) -> Found | None:
    """The object as a function without an envelope, which any form's could be."""
    if "name" not in value or "type" in value:
        return None
    return Found("openai-chat", value, path, is_certain=False)


def _certain_form(value: JsonObject) -> str:
    if isinstance(value.get("function"), dict):
        return "openai-chat"
    if "inputSchema" in value:
        return "mcp"
    if "input_schema" in value:
        return "anthropic"
    if value.get("type") == "function" and "name" in value:
        return "openai-responses"
    if _GEMINI & value.keys() or _is_gemini_schema(value.get("parameters")):
        return "gemini"
    return ""


def _is_gemini_schema(schema: Json) -> bool:
    return isinstance(schema, dict) and schema.get("type") in _GEMINI_TYPES
