"""What the Tools page has under way beside its text: things read, asked for, counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The first page of all would wait for them: a quarter of a second.
    from switchboard.formats import Reading
    from switchboard.formats.openapi import OpenApi
    from switchboard.formats.requests import RequestReading
    from switchboard.mcp_servers import ToolListing
    from switchboard.probes import TokenCount


@dataclass(frozen=True, slots=True)
class Unread:
    """A text that was brought in and not read yet."""

    text: str
    name: str = ""
    """The file's; empty when it was pasted."""

    format: str = ""
    """The format's id; empty: to be found out."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What was brought in, as it was understood: one of the three."""

    name: str
    """Of the file or the server; empty when it was pasted."""

    reading: Reading | None = None
    openapi: OpenApi | None = None
    """A document of which operations are chosen before they become tools."""

    request: RequestReading | None = None
    """A request with its tools, messages and settings."""


@dataclass
class Errands:
    """One of each kind at a time."""

    unread: Unread | None = None
    incoming: Incoming | None = None
    tool_listing: ToolListing | None = None
    """The latest question for a live MCP server's tools."""

    token_count: TokenCount | None = None
    """The latest exact count of what the tools cost."""
