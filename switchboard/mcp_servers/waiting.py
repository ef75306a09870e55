"""Waiting for an answer, the time-out or the person's stop, whichever is first."""

from collections.abc import Awaitable, Callable
from threading import Event

import anyio

from switchboard.errors import McpServerError
from switchboard.wire import JsonObject

_LOOKS_EVERY_S = 0.05


async def answer_in_time(
    ask: Callable[[], Awaitable[JsonObject]], stop: Event, timeout_s: float
) -> JsonObject:
    """The answer. Raises ``TimeoutError``, and after ``stop`` ``McpServerError``."""
    answer: JsonObject | None = None
    with anyio.fail_after(timeout_s):
        async with anyio.create_task_group() as group:
            group.start_soon(_cancel_when_stopped, stop, group.cancel_scope)
            answer = await ask()
            group.cancel_scope.cancel()
    if answer is None:
        raise McpServerError("Stopped by you.")
    return answer


async def _cancel_when_stopped(stop: Event, scope: anyio.CancelScope) -> None:
    while not stop.is_set():
        await anyio.sleep(_LOOKS_EVERY_S)
    scope.cancel()
