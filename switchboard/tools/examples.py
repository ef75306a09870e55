"""Toolsets to begin with, each of another shape, each with a message that makes a model call."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_FOLDER = files("switchboard.tools") / "examples"

# File, name, description, message to try. The first is the gateway documentation's own example.
_TABLE = (
    (
        "weather",
        "Weather",
        "One function with one required text, strict.",
        "What is the weather like in Paris today?",
    ),
    (
        "clock",
        "Clock",
        "Functions that take no arguments.",
        "What is the current time, please?",
    ),
    (
        "calendar",
        "Calendar",
        "Nested objects, a date, limits and a default.",
        'Create an event "Team lunch" on 2026-12-03 at 12:30 in Berlin.',
    ),
    (
        "lights",
        "Lights",
        "Enums, and values that may be null, in strict mode.",
        "Switch the light in the kitchen on, blue, at 40 per cent brightness.",
    ),
    (
        "shopping",
        "Shopping list",
        "Arrays of objects and of texts.",
        "Add 6 apples, 2 l of milk and 1 pack of coffee to my shopping list.",
    ),
    (
        "parcel",
        "Parcel",
        "Two addresses that share one definition under $defs.",
        "Send a parcel of 2.5 kg from Li Na in Shanghai, China to Ana Silva in Lisbon, Portugal.",
    ),
    (
        "travel",
        "Travel",
        "Two functions, called several times at once.",
        "What is the weather in Oslo and in Tokyo, and how much is 100 USD in EUR?",
    ),
)


@dataclass(frozen=True, slots=True)
class ExampleToolset:
    """A toolset to try, as text for the editor."""

    name: str
    description: str
    """One line."""

    text: str
    message: str
    """What to ask, so that a model calls the tools."""


@cache
def example_toolsets() -> tuple[ExampleToolset, ...]:
    """All examples; the first is the one to open with."""
    return tuple(
        ExampleToolset(
            name=name,
            description=description,
            text=(_FOLDER / f"{stem}.json").read_text(encoding="utf-8"),
            message=message,
        )
        for stem, name, description, message in _TABLE
    )
