"""The keywords that are taken, per goal.

Sources: OpenAI's guide to structured outputs as transcribed by UnitVectorY-Labs/jsonschemaprofiles
(``openai_202602.yaml``); anthropic 2.12 ``lib/_parse/_transform.py``; google-genai 3.4
``types.Schema``.
"""

from switchboard.payload.gemini.scalars import KEPT, TEXT_FORMATS
from switchboard.wire import JsonObject

_STRICT = frozenset(
    {"type", "title", "description", "enum", "const", "anyOf", "$ref", "$defs", "definitions"}
    | {"properties", "required", "additionalProperties", "items", "minItems", "maxItems"}
    | {"pattern", "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    # What is taken away by a rule of its own, or cannot be taken away without another meaning.
    | {"allOf", "oneOf", "prefixItems", "patternProperties"}
)
_STRICT_FORMATS = frozenset(
    {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
)
_ANTHROPIC_FORMATS = _STRICT_FORMATS | {"uri"}
_LIMITS = frozenset(
    {"multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"}
    | {"minItems", "maxItems"}
)
# Rules of their own see to these, or they stand until another change is made.
_HANDLED = frozenset(
    {"anyOf", "oneOf", "allOf", "$ref", "$defs", "definitions", "const", "prefixItems", "type"}
    | {"exclusiveMinimum", "exclusiveMaximum"}
)


def strict_keys(node: JsonObject) -> frozenset[str]:
    """Of a schema in strict mode."""
    return _STRICT | ({"format"} if node.get("format") in _STRICT_FORMATS else set())


def anthropic_keys(node: JsonObject) -> frozenset[str]:
    """Of a schema in Anthropic's strict mode."""
    kept = {"format"} if node.get("format") in _ANTHROPIC_FORMATS else set()
    kept |= {"minItems"} if node.get("minItems") in (0, 1) else set()
    return (_STRICT - _LIMITS) | kept


def gemini_keys(node: JsonObject) -> frozenset[str]:
    """Of a schema under Gemini's ``parameters``, which depend on its type."""
    kind = node.get("type")
    known = KEPT.get(kind, _EVERY) if isinstance(kind, str) else _EVERY
    is_other = kind == "string" and node.get("format", "enum") not in TEXT_FORMATS
    left_out = {"format"} if is_other else set()
    if kind == "object" and not node.get("properties"):
        left_out |= {"properties", "required"}
    return (known | _HANDLED) - left_out


def common_keys(node: JsonObject) -> frozenset[str]:
    """Of a schema that everybody takes."""
    plain = gemini_keys(node) - {"default", "nullable", "propertyOrdering"}
    return plain | ({"properties", "required"} if node.get("type") == "object" else set())


_EVERY = frozenset[str]().union(*KEPT.values())
