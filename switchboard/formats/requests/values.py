"""What a pasted request holds: values only."""

import json
from dataclasses import dataclass, field

from switchboard.messages import Message
from switchboard.problems import Problem
from switchboard.settings import Settings
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class RequestReading:
    """A request to a model, as the Playground can open it."""

    url: str = ""
    """As written, without what may be secret in it; empty for a body alone."""

    headers: dict[str, str] = field(default_factory=dict)
    """Those that hold no secret."""

    model: str = ""
    messages: tuple[Message, ...] = ()
    """The system message among them, in order."""

    settings: Settings = field(default_factory=Settings)
    """What is no setting but may be sent stands in ``extra_body``."""

    entries: tuple[JsonObject, ...] = ()
    """The tools, canonical."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What was left out or is held in another way, as sentences."""

    @property
    def text(self) -> str:
        """The canonical text of the toolset."""
        return json.dumps(list(self.entries), indent=2, ensure_ascii=False)
