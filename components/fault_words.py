"""The kinds of faults, for people: what each is called, and what the model sees."""

from collections.abc import Mapping
from dataclasses import dataclass

from switchboard.responders import FaultKind


@dataclass(frozen=True, slots=True)
class FaultWord:
    """One kind in words."""

    label: str
    about: str
    """What the model sees in the result's place, as a sentence."""


FAULT_WORDS: Mapping[FaultKind, FaultWord] = {
    FaultKind.ERROR: FaultWord("Error message", "The tool says that it failed."),
    FaultKind.EXCEPTION: FaultWord("Exception text", "A program's traceback."),
    FaultKind.PERMISSION_DENIED: FaultWord("Permission denied", "The caller may not do this."),
    FaultKind.NOT_FOUND: FaultWord("Not found", "There is no such thing."),
    FaultKind.RATE_LIMIT: FaultWord("Rate limit", "Too many calls: try again later."),
    FaultKind.TIME_OUT: FaultWord("Time-out", "No answer came in time."),
    FaultKind.SLOW: FaultWord("Slow", "The good result, late."),
    FaultKind.EMPTY: FaultWord("Empty", "No text at all."),
    FaultKind.NULL: FaultWord("null", "The one word `null`."),
    FaultKind.TRUNCATED_JSON: FaultWord("Truncated JSON", "The result, cut off in its middle."),
    FaultKind.INVALID_JSON: FaultWord("Invalid JSON", "The result, no longer quite JSON."),
    FaultKind.WRONG_TYPE: FaultWord("Wrong type", "A value of another type than it should be."),
    FaultKind.MISSING_FIELD: FaultWord("Missing field", "The result without one of its fields."),
    FaultKind.EXTRA_FIELD: FaultWord("Extra field", "The result with a field nobody asked for."),
    FaultKind.OVERSIZED: FaultWord("Oversized", "The result and much more, 1 MiB in all."),
    FaultKind.WRONG_LANGUAGE: FaultWord("Wrong language", "The result in another language."),
    FaultKind.STALE: FaultWord("Stale value", "The result as it was long ago."),
    FaultKind.CONTRADICTION: FaultWord("Contradiction", "Not what the last result said."),
    FaultKind.INJECTION: FaultWord("Injection", "The result with an order to the model in it."),
}
