"""What the Model Context Protocol asks of schemas."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from switchboard.lint.places import place
from switchboard.lint.rule import Finding, Rule
from switchboard.lint.rules.references import external
from switchboard.lint.rules.roots import root_of_another_type, root_without_type
from switchboard.lint.schemas import kinds
from switchboard.lint.targets import MCP
from switchboard.lint.view import Node, View
from switchboard.tools import check_schema
from switchboard.tools.quoting import code, shown

_WHO = "MCP"
_TOOLS = "MCP 2026-07-28 server/tools.mdx"
_TYPES = "MCP 2026-07-28 schema.ts Tool"
_HEADER = "x-mcp-header"
# RFC 9110, section 5.6.2: what a header's name is made of.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z")
_HEADER_KINDS = {"boolean", "integer", "string"}
_ALWAYS = partial(Rule, targets=MCP, when="always")


def _output_schema(view: View) -> Iterator[Finding]:
    schema, path = view.output_schema, ("output_schema",)
    if schema is not None and not isinstance(schema, dict | bool):
        message = f"MCP wants a JSON Schema as `output_schema`; this is {shown(schema)}."
        yield Finding(path, message, in_margin=True)
    elif schema is not None:
        for each in check_schema(schema):
            message = f"MCP takes no `output_schema` that is wrong. {each.message}"
            yield Finding((*path, *each.path), message, in_margin=True)


def _headers(view: View) -> Iterator[Finding]:
    marked = [node for node in view.nodes if _HEADER in node.schema]
    times = Counter(str(node.schema[_HEADER]).lower() for node in marked)
    for node in marked:
        fault = _header_fault(node, times)
        if fault:
            message = f"MCP clients drop the tool: {code(_HEADER)} of {place(node.path)} {fault}."
            yield Finding((*node.path, _HEADER), message)


def _header_fault(node: Node, times: Counter[str]) -> str | None:
    header = node.schema[_HEADER]
    if not isinstance(header, str) or not _TOKEN.match(header):
        return f"must be a header's name (letters, digits, `-`); it is {shown(header)}"
    if times[header.lower()] > 1:
        return f"is {shown(header)} as that of another parameter; each must be different"
    if not kinds(node.schema) or {*kinds(node.schema)} - _HEADER_KINDS:
        return "stands at a parameter that is no integer, string or boolean; remove it"
    return None


RULES = (
    _ALWAYS(
        id="MCP-INPUT",
        what="`type` at the root of `inputSchema`",
        limit="there, and one",
        source=_TYPES,
        severity="change",
        check=partial(root_without_type, who=_WHO),
    ),
    _ALWAYS(
        id="MCP-INPUT-TYPE",
        what="`type` at the root of `inputSchema`",
        limit="`object`",
        source=_TYPES,
        severity="refused",
        check=partial(root_of_another_type, who=_WHO),
    ),
    _ALWAYS(
        id="MCP-OUTPUT",
        what="`outputSchema`",
        limit="a sound JSON Schema 2020-12",
        source=_TYPES,
        severity="refused",
        check=_output_schema,
    ),
    _ALWAYS(
        id="MCP-REF",
        what="references out of the schema",
        limit="none is fetched",
        source="MCP 2026-07-28 basic/index.mdx",
        severity="refused",
        check=partial(external, who=_WHO),
    ),
    _ALWAYS(
        id="MCP-HEADER",
        what="`x-mcp-header`",
        limit="a token, each another ignoring case, on integer, string or boolean",
        source=_TOOLS,
        severity="refused",
        check=_headers,
    ),
)
