"""What went wrong with a server, in words without its keys."""

from collections.abc import Iterator

from switchboard.errors import McpServerError
from switchboard.mcp_servers.allowed import AllowedServer
from switchboard.mcp_servers.masking import masked

_LONGEST = 300


def failure_in(
    error: BaseException, kinds: tuple[type[BaseException], ...]
) -> BaseException | None:
    """The first failure in it when all of them are of the world's kinds; ``None`` when one is
    ours."""
    leaves = [*_leaves(error)]
    return leaves[0] if all(isinstance(each, kinds) for each in leaves) else None


def failure_words(server: AllowedServer, failure: BaseException) -> str:
    """What it says, cut where it is long."""
    return masked(str(failure) or type(failure).__name__, server.secrets)[:_LONGEST]


def too_late(server: AllowedServer, timeout_s: float) -> McpServerError:
    """The time is over."""
    return McpServerError(
        f"{server.name} did not answer within {timeout_s:g} s.",
        advice="Is it running? Does it speak MCP there?",
    )


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for each in error.exceptions:
            yield from _leaves(each)
    else:
        yield error
