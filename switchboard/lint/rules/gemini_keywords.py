"""Which keywords Gemini takes: of ``parameters`` a part of OpenAPI 3.0, and of JSON Schema."""

from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.keywords import refused, unknown
from switchboard.lint.rules.references import recursion
from switchboard.lint.targets import GEMINI
from switchboard.lint.view import View
from switchboard.tools.quoting import code

_WHO = "Gemini"
_KNOWN = frozenset(
    (
        "anyOf",
        "default",
        "description",
        "enum",
        "example",
        "format",
        "items",
        "maxItems",
        "maxLength",
        "maxProperties",
        "maximum",
        "minItems",
        "minLength",
        "minProperties",
        "minimum",
        "nullable",
        "pattern",
        "properties",
        "propertyOrdering",
        "required",
        "title",
        "type",
    )
)
_NEW = frozenset(("additionalProperties", "defs", "ref"))
_REFUSED = frozenset(
    (
        "$defs",
        "$ref",
        "$schema",
        "allOf",
        "const",
        "definitions",
        "not",
        "oneOf",
        "propertyNames",
    )
)
_AS_JSON_SCHEMA = frozenset(
    (
        "additionalProperties",
        "description",
        "enum",
        "format",
        "items",
        "maxItems",
        "maximum",
        "minItems",
        "minimum",
        "prefixItems",
        "properties",
        "propertyOrdering",
        "required",
        "title",
        "type",
    )
)

# About the schema, not about the arguments.
_SAYING_NOTHING = frozenset(("$comment", "$id", "$schema"))


def _not_heeded(view: View) -> Iterator[Finding]:
    """One sentence for the tool: nothing is refused."""
    said = {word for node in view.nodes for word in node.schema}
    words = said - _AS_JSON_SCHEMA - _SAYING_NOTHING
    if words:
        shown = ", ".join(map(code, sorted(words)[:12]))
        yield Finding(
            ("parameters",),
            f"Sent as `parametersJsonSchema`, Gemini does not heed {shown}. Say in the descriptions"
            " what they mean.",
        )


def _booleans(view: View) -> Iterator[Finding]:
    for path in view.booleans:
        message = f"Gemini wants an object as the schema of {place(path)}, such as `{{}}`."
        yield Finding(path, message)


RULES = (
    Rule(
        id="GE-SUBSET",
        targets=GEMINI,
        when="always",
        what="keywords",
        limit=", ".join(sorted(_KNOWN)),
        source="google-genai types.py Schema",
        severity="change",
        check=partial(unknown, who=_WHO, known=_KNOWN, elsewhere=_REFUSED | _NEW),
    ),
    Rule(
        id="GE-SUBSET-NEW",
        targets=GEMINI,
        when="always",
        what="keywords that many servers do not know yet",
        limit=", ".join(sorted(_NEW)),
        source="tashfeenahmed/freellmapi#97",
        severity="change",
        check=partial(refused, who="Many a Gemini server", words=_NEW),
    ),
    Rule(
        id="GE-SUBSET-BOOL",
        targets=GEMINI,
        when="always",
        what="`true` or `false` for a schema",
        limit="an object",
        source="google-genai types.py Schema",
        severity="change",
        check=_booleans,
    ),
    Rule(
        id="GE-NOKEYS",
        targets=GEMINI,
        when="always",
        what="refused keywords",
        limit=", ".join(sorted(_REFUSED)),
        source="thClaws/thClaws#172, router-for-me/CLIProxyAPI#97, genspark-ai/genoffice#186",
        severity="change",
        check=partial(
            refused,
            who=_WHO,
            words=_REFUSED,
        ),
    ),
    Rule(
        id="GE-NOKEYS-LOOP",
        targets=GEMINI,
        when="always",
        what="schemas that hold themselves: no `$ref`, and writing it out has no end",
        limit="none",
        source="thClaws/thClaws#172",
        severity="refused",
        check=partial(recursion, who=_WHO),
    ),
    Rule(
        id="GE-JSONSCHEMA",
        targets=GEMINI,
        when="native",
        what="keywords heeded in `parametersJsonSchema`",
        limit=", ".join(sorted(_AS_JSON_SCHEMA)),
        source="UnitVectorY-Labs/jsonschemaprofiles docs/GEMINI.md",
        severity="advice",
        check=_not_heeded,
    ),
)
