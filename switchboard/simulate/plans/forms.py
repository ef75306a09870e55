"""What a responder and a set of faults may say, as JSON Schemas: one for each kind of responder."""

from switchboard.responders import FaultKind
from switchboard.wire import Json, JsonObject

_TEXT: JsonObject = {"type": "string"}
_SEED: JsonObject = {"type": "integer"}
_SOME_TEXT: JsonObject = {"type": "string", "minLength": 1}


def _form(kind: str, required: tuple[str, ...] = (), **keys: Json) -> JsonObject:
    properties: JsonObject = {"kind": {"const": kind}, "when": {"type": "object"}, **keys}
    return {
        "type": "object",
        "properties": properties,
        "required": ["kind", *required],
        "additionalProperties": False,
    }


RESPONDER_FORMS: dict[str, JsonObject] = {
    "hand": _form("hand"),
    "fixed": _form("fixed", ("result",), result=True),
    "template": _form("template", ("template",), template=_TEXT, seed=_SEED),
    "schema": _form("schema", seed=_SEED),
    "model": _form("model", ("model",), model=_SOME_TEXT, base_url=_TEXT, instruction=_TEXT),
    "http": _form(
        "http",
        ("url",),
        url=_SOME_TEXT,
        method={"enum": ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"]},
        headers={"type": "object", "additionalProperties": _TEXT},
        body=_TEXT,
    ),
    "mcp": _form("mcp", ("server",), server=_SOME_TEXT, tool=_TEXT),
}
"""By ``kind``."""

FAULTS_FORM: JsonObject = {
    "type": "object",
    "properties": {
        "seed": _SEED,
        "chances": {
            "type": "object",
            "propertyNames": {"enum": [kind.value for kind in FaultKind]},
            "additionalProperties": {"type": "number", "minimum": 0, "maximum": 1},
        },
    },
    "additionalProperties": False,
}
