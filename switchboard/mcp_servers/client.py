"""The official client: a server's tools, and a tool's answer. The only module that imports it, and
itself imported only where the optional extra is there."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from threading import Event

import anyio
import httpx2
import pydantic
from mcp import Client, MCPError, StdioServerParameters, types
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

from switchboard.errors import McpServerError
from switchboard.mcp_servers.allowed import AllowedServer
from switchboard.mcp_servers.failures import failure_in, failure_words, too_late
from switchboard.mcp_servers.waiting import answer_in_time
from switchboard.wire import JsonObject

_MOST_PAGES = 100
_MOST_TOOLS = 1_024

_FAILURES = (
    MCPError,
    OSError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    anyio.BrokenResourceError,
    anyio.EndOfStream,
    pydantic.ValidationError,
)
_NO_MCP = "its answer is not what MCP asks for."
_RESULT: pydantic.TypeAdapter[types.CallToolResult | types.InputRequiredResult] = (
    pydantic.TypeAdapter(types.CallToolResult | types.InputRequiredResult)
)


def tools_of(server: AllowedServer, *, stop: Event, timeout_s: float) -> JsonObject:
    """All the pages of the server's ``tools/list`` as one.

    Raises ``McpServerError``, its words without the server's keys.
    """
    return _asked(server, _tools, stop=stop, timeout_s=timeout_s, otherwise="gave no tools")


def result_of(
    server: AllowedServer, name: str, arguments: JsonObject, *, stop: Event, timeout_s: float
) -> JsonObject:
    """What the server's ``tools/call`` gives, as MCP writes it. Raises ``McpServerError``."""

    async def call(client: Client) -> JsonObject:
        return await _result(client, name, arguments)

    return _asked(server, call, stop=stop, timeout_s=timeout_s, otherwise="did not answer the call")


def _asked(
    server: AllowedServer,
    question: Callable[[Client], Awaitable[JsonObject]],
    *,
    stop: Event,
    timeout_s: float,
    otherwise: str,
) -> JsonObject:
    async def ask() -> JsonObject:
        async with _connected(server) as client:
            return await question(client)

    try:
        return anyio.run(answer_in_time, ask, stop, timeout_s)
    except TimeoutError as error:
        raise too_late(server, timeout_s) from error
    except (BaseExceptionGroup, *_FAILURES) as error:
        failure = failure_in(error, _FAILURES)
        if failure is None:
            raise
        is_odd = isinstance(failure, pydantic.ValidationError)
        words = _NO_MCP if is_odd else failure_words(server, failure)
        raise McpServerError(
            f"{server.name} {otherwise}: {words}", advice=_advice(server)
        ) from error


async def _tools(client: Client) -> JsonObject:
    tools: list[JsonObject] = []
    cursor: str | None = None
    for _ in range(_MOST_PAGES):
        page = await client.list_tools(cursor=cursor)
        tools += [
            tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in page.tools
        ]
        cursor = page.next_cursor
        if cursor is None or len(tools) >= _MOST_TOOLS:
            break
    return {"tools": [*tools[:_MOST_TOOLS]]}


async def _result(client: Client, name: str, arguments: JsonObject) -> JsonObject:
    # Not `client.call_tool`: it throws away what does not fit the tool's output schema, and showing
    # that is what this program is for. Headers that a tool wants (revision 2026-07-28,
    # `x-mcp-header`) are known once it was listed; that costs what the other does.
    await _list_until(client, name)
    asked = types.CallToolRequest(
        params=types.CallToolRequestParams(name=name, arguments=arguments)
    )
    answer = await client.session.send_request(asked, _RESULT)
    return answer.model_dump(mode="json", by_alias=True, exclude_none=True)


async def _list_until(client: Client, name: str) -> None:
    cursor: str | None = None
    for _ in range(_MOST_PAGES):
        page = await client.list_tools(cursor=cursor)
        cursor = page.next_cursor
        if cursor is None or any(tool.name == name for tool in page.tools):
            return


@asynccontextmanager
async def _connected(server: AllowedServer) -> AsyncIterator[Client]:
    if server.url:
        async with httpx2.AsyncClient(headers=dict(server.headers)) as http:
            transport = streamable_http_client(server.url, http_client=http)
            async with Client(transport) as client:
                yield client
    else:
        parameters = StdioServerParameters(
            command=server.command, args=[*server.arguments], env={**server.environment}
        )
        # What the program says on standard error may hold keys: it is shown to nobody.
        with open(os.devnull, "w", encoding="utf-8") as nowhere:
            async with Client(stdio_client(parameters, errlog=nowhere)) as client:
                yield client


def _advice(server: AllowedServer) -> str:
    if server.url:
        return "Is the server running, and is that its MCP address?"
    return "Does the program start when the operator runs it by hand?"
