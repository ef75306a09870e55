"""``tools/list`` over the official client. Imported only where the optional extra is there."""

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from threading import Event

import anyio
import httpx2
import pydantic
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

from switchboard.errors import McpServerError
from switchboard.mcp_servers.allowed import AllowedServer
from switchboard.wire import JsonObject

_MOST_PAGES = 100
_MOST_TOOLS = 1_024
_LOOKS_EVERY_S = 0.05
_MASK = "•••"

_FAILURES = (
    MCPError,
    OSError,
    httpx2.HTTPError,
    httpx2.InvalidURL,
    anyio.BrokenResourceError,
    anyio.EndOfStream,
    pydantic.ValidationError,
)


def tools_of(server: AllowedServer, *, stop: Event, timeout_s: float) -> JsonObject:
    """All the pages of the server's ``tools/list`` as one.

    Raises ``McpServerError``, its words without the server's keys.
    """
    try:
        return anyio.run(_within, server, stop, timeout_s)
    except TimeoutError as error:
        raise McpServerError(
            f"{server.name} did not answer within {timeout_s:g} s.",
            advice="Is it running? Does it speak MCP there?",
        ) from error
    except (BaseExceptionGroup, *_FAILURES) as error:
        failure = _known(error)
        if failure is None:
            raise
        raise McpServerError(_said(server, failure), advice=_advice(server)) from error


async def _within(server: AllowedServer, stop: Event, timeout_s: float) -> JsonObject:
    """Asks until the answer, the time-out or the person's stop, whichever is first."""
    answer: JsonObject | None = None
    with anyio.fail_after(timeout_s):
        async with anyio.create_task_group() as group:
            group.start_soon(_cancel_when_stopped, stop, group.cancel_scope)
            answer = await _ask(server)
            group.cancel_scope.cancel()
    if answer is None:
        raise McpServerError("Stopped by you.")
    return answer


async def _cancel_when_stopped(stop: Event, scope: anyio.CancelScope) -> None:
    while not stop.is_set():
        await anyio.sleep(_LOOKS_EVERY_S)
    scope.cancel()


async def _ask(server: AllowedServer) -> JsonObject:
    tools: list[JsonObject] = []
    async with _connected(server) as client:
        cursor: str | None = None
        for _ in range(_MOST_PAGES):
            page = await client.list_tools(cursor=cursor)
            tools += [
                tool.model_dump(mode="json", by_alias=True, exclude_none=True)
                for tool in page.tools
            ]
            cursor = page.next_cursor
            if cursor is None or len(tools) >= _MOST_TOOLS:
                break
    return {"tools": [*tools[:_MOST_TOOLS]]}


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


def _known(error: BaseException) -> BaseException | None:
    """The first failure in it when all of them are the world's; ``None`` when one is ours."""
    leaves = [*_leaves(error)]
    return leaves[0] if all(isinstance(each, _FAILURES) for each in leaves) else None


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _leaves(each)
    else:
        yield error


def _said(server: AllowedServer, failure: BaseException) -> str:
    words = str(failure) or type(failure).__name__
    if isinstance(failure, pydantic.ValidationError):
        words = "its answer is not what MCP asks for."
    for secret in sorted(server.secrets, key=len, reverse=True):
        words = words.replace(secret, _MASK)
    return f"{server.name} gave no tools: {words[:300]}"


def _advice(server: AllowedServer) -> str:
    if server.url:
        return "Is the server running, and is that its MCP address?"
    return "Does the program start when the operator runs it by hand?"
