"""Where a conversation left another one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a conversation left another one, which stays as it was."""

    root: str
    """The conversation in which it all began, by id."""

    parent: str
    """The one it left, by id."""

    at: str
    """The entry that was changed, by its id in both."""

    said: str
    """What was changed, as a person finds it again: "result of get_weather"."""
