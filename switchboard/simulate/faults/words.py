"""The faults, as the screen calls them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from switchboard.responders import FaultKind


@dataclass(frozen=True, slots=True)
class FaultWord:
    """One fault in words."""

    label: str
    about: str
    """What the model sees, as a sentence."""


FAULT_WORDS: Mapping[FaultKind, FaultWord] = MappingProxyType(
    {
        FaultKind.ERROR: FaultWord("Error", "An error object that says the tool failed."),
        FaultKind.EXCEPTION: FaultWord("Exception", "The traceback of a Python program."),
        FaultKind.PERMISSION_DENIED: FaultWord(
            "Permission denied", "An error that says the account may not call the tool."
        ),
        FaultKind.NOT_FOUND: FaultWord(
            "Not found", "An error that names what was asked for and says there is none."
        ),
        FaultKind.RATE_LIMIT: FaultWord(
            "Rate limit", "An error that says how many seconds to wait before the next call."
        ),
        FaultKind.TIME_OUT: FaultWord(
            "Time-out", "An error after two seconds that says the tool took too long."
        ),
        FaultKind.SLOW: FaultWord("Slow", "The good result, three seconds late."),
        FaultKind.EMPTY: FaultWord("Empty", "A result without a character."),
        FaultKind.NULL: FaultWord("null", "The word null and nothing else."),
        FaultKind.TRUNCATED_JSON: FaultWord(
            "Truncated JSON", "A result that breaks off in the middle of a value."
        ),
        FaultKind.INVALID_JSON: FaultWord(
            "Invalid JSON", "Nearly JSON: single quotes, a comma too many, or NaN."
        ),
        FaultKind.WRONG_TYPE: FaultWord(
            "Wrong type", "A field of another type than it should be, such as a number as text."
        ),
        FaultKind.MISSING_FIELD: FaultWord(
            "Missing field", "A result without its most telling field."
        ),
        FaultKind.EXTRA_FIELD: FaultWord(
            "Extra field", "The good result, with a field that has nothing to do with it."
        ),
        FaultKind.OVERSIZED: FaultWord("Oversized", "The result, filled up to 1 MiB."),
        FaultKind.WRONG_LANGUAGE: FaultWord(
            "Wrong language", "The result as a German tool would give it."
        ),
        FaultKind.STALE: FaultWord("Stale", "A result that is dated years ago."),
        FaultKind.CONTRADICTION: FaultWord(
            "Contradiction", "A result that says otherwise than the one before, or than the call."
        ),
        FaultKind.INJECTION: FaultWord(
            "Injected instruction",
            "The good result, with a text that tells the model to ignore its instructions.",
        ),
    }
)
