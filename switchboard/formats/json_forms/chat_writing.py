"""A tool in Chat's envelope, which Mistral shares."""

from typing import cast

from switchboard.formats.json_forms.written import Written
from switchboard.tools import Tool
from switchboard.wire import JsonObject


def write_chat(tool: Tool) -> Written:
    """Exactly what is sent; the margin is not."""
    return Written(cast(JsonObject, tool.definition()), lost=[*tool.margin])


def write_mistral(tool: Tool) -> Written:
    """As Chat, with ``parameters`` always there (mistralai's ``Function`` demands them)."""
    written = write_chat(tool)
    parameters = schema_or_empty(tool, written)
    written.value["function"] = {**tool.raw, "parameters": parameters}
    return written


def schema_or_empty(tool: Tool, written: Written) -> JsonObject:
    """The schema of the arguments, for a form that demands one."""
    if tool.parameters is not None:
        return tool.parameters
    said = "no schema" if "parameters" in tool.raw else "not given"
    written.said.append(f"`parameters` is {said}: an empty object's schema stands in its place.")
    return {"type": "object", "properties": {}}
