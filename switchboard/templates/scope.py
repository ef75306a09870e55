"""What a template is rendered over."""

from dataclasses import dataclass
from datetime import datetime

from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class TemplateScope:
    """What a template is rendered over: the same scope always gives the same result."""

    arguments: JsonObject
    count: int
    """Which call of the tool in the conversation this is, from 1."""

    tool: str
    """The tool's name."""

    seed: str
    """Any text: it decides the random numbers and the made-up names."""

    now: datetime
    """Aware; a template sees it in UTC."""
