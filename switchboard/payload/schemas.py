"""Tools in the dialect of schemas that a gateway takes."""

from collections.abc import Sequence
from dataclasses import dataclass

from switchboard import wire
from switchboard.payload.gemini import lowered
from switchboard.payload.tool_fields import sent_tools
from switchboard.settings import Profile


@dataclass(frozen=True, slots=True)
class SentTools:
    """The tools as they are sent, and how they differ from what was written."""

    tools: tuple[wire.FunctionTool, ...]
    changes: tuple[str, ...] = ()
    """Sentences for the screen, the tool's name first; none where all is sent as written."""


def for_dialect(tools: Sequence[wire.FunctionTool], profile: Profile) -> SentTools:
    """The tools as this profile takes them. What was given is not touched."""
    sent = [_for_dialect(tool, profile) for tool in sent_tools(tools, profile)]
    return SentTools(
        tuple(tool for each in sent for tool in each.tools),
        (*_refused(tools, profile), *(change for each in sent for change in each.changes)),
    )


def _for_dialect(tool: wire.FunctionTool, profile: Profile) -> SentTools:
    function = tool["function"]
    if profile.schema_dialect == "json-schema" or "parameters" not in function:
        return SentTools((tool,))
    plain = lowered(function["parameters"])
    changed = function.copy()
    if plain.schema is None:
        del changed["parameters"]
    else:
        changed["parameters"] = plain.schema
    changes = tuple(f"{function['name']}: {change}" for change in plain.changes)
    return SentTools(({**tool, "function": changed},), changes)


def _refused(tools: Sequence[wire.FunctionTool], profile: Profile) -> list[str]:
    if "tools" in profile.refused:
        return [f"No tools are sent. {profile.refused['tools']}"] if tools else []
    if "strict" not in profile.refused:
        return []
    return [
        f"{tool['function']['name']}: `strict` is left out. {profile.refused['strict']}"
        for tool in tools
        if "strict" in tool["function"]
    ]
