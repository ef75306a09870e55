"""Which keywords OpenAI's strict mode knows."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.keywords import formats, refused, unknown
from switchboard.lint.targets import OPENAI
from switchboard.lint.view import View
from switchboard.tools.quoting import code

_WHO = "OpenAI's strict mode"
_PROFILE = "UnitVectorY-Labs/jsonschemaprofiles docs/OPENAI.md"

_KNOWN = frozenset(
    (
        "$defs",
        "$ref",
        "additionalProperties",
        "anyOf",
        "const",
        "definitions",
        "description",
        "enum",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "format",
        "items",
        "maxItems",
        "maximum",
        "minItems",
        "minimum",
        "multipleOf",
        "pattern",
        "properties",
        "required",
        "title",
        "type",
        # Not on OpenAI's list, but every schema of its own Node SDK has it.
        "$schema",
    )
)
_REFUSED = frozenset(
    (
        "allOf",
        "default",
        "dependentRequired",
        "dependentSchemas",
        "else",
        "if",
        "maxLength",
        "minLength",
        "not",
        "oneOf",
        "then",
    )
)
_SHAPES = frozenset(("patternProperties", "prefixItems"))
_FORMATS = ("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid")
_FINE_TUNED = frozenset(
    (
        "contains",
        "format",
        "maxContains",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minContains",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "multipleOf",
        "pattern",
        "patternProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
        "uniqueItems",
    )
)


def _fine_tuned(view: View) -> Iterator[Finding]:
    """One sentence for the tool: few have a fine-tuned model."""
    found = [word for word in sorted(_FINE_TUNED) if any(word in n.schema for n in view.nodes)]
    if found:
        listed = ", ".join(map(code, found))
        message = f"OpenAI's fine-tuned models take no {listed}. For those, leave that out."
        yield Finding(("parameters",), message)


RULES = (
    Rule(
        id="OA-S-KW-OK",
        targets=OPENAI,
        when="strict",
        what="keywords",
        limit="pattern, format, multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum,"
        " minItems, maxItems, $defs, $ref, const, title, description",
        source="UnitVectorY-Labs/jsonschemaprofiles schemas/openai_202602.yaml",
        severity="change",
        check=partial(unknown, who=_WHO, known=_KNOWN, elsewhere=_REFUSED | _SHAPES),
    ),
    Rule(
        id="OA-S-KW-OK-FORMAT",
        targets=OPENAI,
        when="strict",
        what="formats of strings",
        limit=", ".join(_FORMATS),
        source="UnitVectorY-Labs/jsonschemaprofiles schemas/openai_202602.yaml",
        severity="change",
        check=partial(formats, who=_WHO, known=_FORMATS),
    ),
    Rule(
        id="OA-S-KW-NO",
        targets=OPENAI,
        when="strict",
        what="refused keywords",
        limit=", ".join(sorted(_REFUSED)),
        source=f"{_PROFILE}; `default`: zenn.dev/nicopin/scraps/a8d8f53f5faebb",
        severity="change",
        check=partial(
            refused,
            who=_WHO,
            words=_REFUSED,
        ),
    ),
    Rule(
        id="OA-S-KW-NO-SHAPE",
        targets=OPENAI,
        when="strict",
        what="refused keywords that say what a value holds",
        limit=", ".join(sorted(_SHAPES)),
        source=_PROFILE,
        severity="refused",
        check=partial(
            refused,
            who=_WHO,
            words=_SHAPES,
        ),
    ),
    Rule(
        id="OA-S-FT",
        targets=OPENAI,
        when="strict",
        what="more refused keywords, fine-tuned models only",
        limit=", ".join(sorted(_FINE_TUNED)),
        source=_PROFILE,
        severity="advice",
        check=_fine_tuned,
    ),
)
