"""The four forms whose tools are flat objects: which key stands for what.

Sources: OpenAI's reference (``FunctionToolParam``), Anthropic's ``tool_param.py``, Google's
``FunctionDeclaration``, MCP's ``schema.ts`` of 2026-07-28 (``Tool``).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FlatForm:
    """One form's names for the parts of a tool."""

    id: str
    aside: str
    """The margin's key for whatever only this form knows."""

    function: Mapping[str, str]
    """Its key to the key of Chat's function."""

    margin: Mapping[str, str] = field(default_factory=dict)
    """Its key to the margin's key."""

    kind: str = ""
    """What its ``type`` says of every function."""

    writes_kind: bool = False
    needs_schema: bool = False
    """Whether a tool without arguments must have a schema all the same."""

    def schema_key(self) -> str:
        """What the schema of the arguments is called."""
        return next(key for key, ours in self.function.items() if ours == "parameters")

    def own_keys(self) -> frozenset[str]:
        """The keys that are never kept aside."""
        return frozenset((*self.function, *self.margin, *(("type",) if self.writes_kind else ())))


RESPONSES = FlatForm(
    "openai-responses",
    "responses",
    {key: key for key in ("name", "description", "parameters", "strict")},
    {"output_schema": "output_schema"},
    kind="function",
    writes_kind=True,
)
ANTHROPIC = FlatForm(
    "anthropic",
    "anthropic",
    {
        "name": "name",
        "description": "description",
        "input_schema": "parameters",
        "strict": "strict",
    },
    {"input_examples": "examples"},
    kind="custom",
    needs_schema=True,
)
GEMINI = FlatForm(
    "gemini",
    "gemini",
    {"name": "name", "description": "description", "parametersJsonSchema": "parameters"},
    {"responseJsonSchema": "output_schema"},
)
MCP = FlatForm(
    "mcp",
    "mcp",
    {"name": "name", "description": "description", "inputSchema": "parameters"},
    {"title": "title", "outputSchema": "output_schema", "annotations": "annotations"},
    needs_schema=True,
)
FLAT_FORMS = {each.id: each for each in (RESPONSES, ANTHROPIC, GEMINI, MCP)}
