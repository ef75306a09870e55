"""The kinds of responders, for people."""

import json
from dataclasses import dataclass

from switchboard.responders import (
    Action,
    ByModel,
    Fixed,
    FromSchema,
    Hand,
    Http,
    Mcp,
    Template,
)

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind is called, and what it does."""

    label: str
    icon: str
    about: str


KINDS: dict[type[Action], Kind] = {
    Hand: Kind(
        "By hand",
        ":material/edit:",
        "A person writes the result, for these arguments too where a later answer is for all.",
    ),
    Fixed: Kind("Fixed", ":material/push_pin:", "Always the same JSON or text."),
    Template: Kind(
        "Template",
        ":material/data_object:",
        "A text with the arguments, dates and made-up values in it, by Jinja.",
    ),
    FromSchema: Kind(
        "From the schema",
        ":material/schema:",
        "A value made up from the tool's output schema; the same seed gives the same value.",
    ),
    ByModel: Kind(
        "A model",
        ":material/smart_toy:",
        "A model plays the tool, from its description, its schemas and the arguments.",
    ),
    Http: Kind("HTTP", ":material/language:", "The real endpoint is asked."),
    Mcp: Kind("MCP", ":material/hub:", "The real tool of an MCP server is called."),
}
"""In the order in which they are offered."""


def kind_of(action: Action) -> Kind:
    """The kind of this one."""
    return KINDS[type(action)]


def first_words(action: Action) -> str:
    """What it answers, on one line that is never long."""
    line = " ".join(_says(action).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _says(action: Action) -> str:
    if isinstance(action, Fixed):
        result = action.result
        return result if isinstance(result, str) else json.dumps(result, ensure_ascii=False)
    if isinstance(action, Template):
        return action.text
    if isinstance(action, FromSchema):
        return f"seed {action.seed}"
    if isinstance(action, ByModel):
        return ": ".join(filter(None, (action.model, action.instruction)))
    if isinstance(action, Http):
        return f"{action.method} {action.url}"
    return "/".join(filter(None, (action.server, action.tool))) if isinstance(action, Mcp) else ""
