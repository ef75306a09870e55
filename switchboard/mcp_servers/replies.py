"""A result of MCP's ``tools/call`` as a model is told it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from switchboard.errors import McpServerError
from switchboard.mcp_servers.allowed import AllowedServer
from switchboard.mcp_servers.masking import masked
from switchboard.wire import Json, JsonObject

_MOST = 1_048_576
_WAS_CUT = "\n[Cut here by Switchboard: the reply is longer than 1 MiB.]"


@dataclass(frozen=True, slots=True)
class ToolReply:
    """What a server's tool says."""

    text: str
    """Its structured content as JSON; without one its texts, other parts named in a line each. The
    server's keys are masked. The first mebibyte; a line at the end says so where there was more."""

    is_error: bool = False
    """Whether the server says that the call failed; an unknown tool often comes so."""


def tool_reply(server: AllowedServer, name: str, result: JsonObject) -> ToolReply:
    """The reply. Raises ``McpServerError`` where the server wants to know more first."""
    if result.get("resultType") == "input_required":
        raise McpServerError(
            f"{server.name} asks a person for more before {name} answers, and that can't be "
            "passed on from here."
        )
    structured = result.get("structuredContent")
    text = _texts(result) if structured is None else json.dumps(structured, ensure_ascii=False)
    return ToolReply(_cut(masked(text, server.keys)), is_error=result.get("isError") is True)


def _cut(text: str) -> str:
    written = text.encode("utf-8", "surrogatepass")
    if len(written) <= _MOST:
        return text
    # What is left of a character at the cut is dropped.
    return written[:_MOST].decode("utf-8", "ignore") + _WAS_CUT


def _texts(result: JsonObject) -> str:
    content = result.get("content")
    parts = content if isinstance(content, list) else []
    return "\n".join(_part(each) for each in parts if isinstance(each, dict))


def _part(part: JsonObject) -> str:
    """A text, that of an embedded resource too; else a line that names it."""
    if isinstance(part.get("text"), str):
        return str(part["text"])
    resource = part.get("resource")
    inner: Mapping[str, Json] = resource if isinstance(resource, dict) else {}
    if isinstance(inner.get("text"), str):
        return str(inner["text"])
    kind = str(part.get("type", "part")).replace("_", " ")
    named = [part.get("mimeType"), inner.get("mimeType"), part.get("uri"), inner.get("uri")]
    told = ", ".join(each for each in named if isinstance(each, str))
    return f"[{kind}: {told}]" if told else f"[{kind}]"
