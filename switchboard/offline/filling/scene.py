"""What surrounds the clause that asks for a call."""

from dataclasses import dataclass, field
from datetime import date

from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when something is asked."""

    whole: str
    """The message that the clause stands in."""

    today: date
    earlier: JsonObject = field(default_factory=dict)
    """The arguments of the last call of the same tool, which stand in for what isn't said."""

    is_follow_up: bool = False
    """Whether the message changes the earlier call; what it leaves out stays as it was."""
