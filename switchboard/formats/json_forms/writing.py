"""Tools in one of the six JSON forms."""

import json
from collections.abc import Callable, Sequence
from functools import partial

from switchboard.formats.catalogue import format_of
from switchboard.formats.json_forms.chat_writing import write_chat, write_mistral
from switchboard.formats.json_forms.flat import ANTHROPIC, MCP, RESPONSES
from switchboard.formats.json_forms.flat_writing import write_flat
from switchboard.formats.json_forms.gemini import write_gemini
from switchboard.formats.json_forms.written import Written
from switchboard.formats.values import Writing
from switchboard.tools import Tool
from switchboard.wire import Json

_WRITERS: dict[str, Callable[[Tool], Written]] = {
    "openai-chat": write_chat,
    "mistral": write_mistral,
    "gemini": write_gemini,
    **{form.id: partial(write_flat, form=form) for form in (RESPONSES, ANTHROPIC, MCP)},
}


def write_json_tools(tools: Sequence[Tool], form: str) -> Writing:
    """What stands under ``tools`` in that interface's request; of MCP the whole result."""
    format = format_of(form)
    written = [_WRITERS[form](tool) for tool in tools]
    losses = [
        loss
        for tool, each in zip(tools, written, strict=True)
        for loss in each.losses(tool.name, format.name)
    ]
    value = _contained([each.value for each in written], form)
    text = json.dumps(value, indent=2, ensure_ascii=False) + "\n"
    return Writing(text, tuple(losses), format.suffix)


def _contained(values: list[dict[str, Json]], form: str) -> Json:
    listed: Json = [*values]
    if form == "mcp":
        return {"tools": listed}
    return [{"functionDeclarations": listed}] if form == "gemini" else listed
