"""Names that every provider takes: a letter or ``_``, then letters, digits, ``_``, ``-``; 64 at
most (OpenAI and Anthropic: 64 of these; Gemini: begins with a letter or ``_``)."""

import re
from collections.abc import Container

_LONGEST = 64
_UNFIT = re.compile(r"[^a-zA-Z0-9_-]+")
# Property names: Anthropic takes ``.`` as well (^[a-zA-Z0-9_.-]{1,64}$).
_UNFIT_ARGUMENT = re.compile(r"[^a-zA-Z0-9_.-]+")


def legal_name(wanted: str, taken: Container[str]) -> str:
    """The name for a tool that is nearest to the wanted one and not taken."""
    name = _UNFIT.sub("_", wanted).strip("_") or "operation"
    return _unique(name if name[0].isalpha() else f"_{name}", taken)


def legal_argument(wanted: str, taken: Container[str]) -> str:
    """The name for an argument that is nearest to the wanted one and not taken."""
    name = _UNFIT_ARGUMENT.sub("_", wanted)
    # `filter[name]` reads better as `filter_name`; `_id` keeps what it began with.
    name = name if name == wanted else name.rstrip("_")
    return _unique(name or "argument", taken)


def _unique(name: str, taken: Container[str]) -> str:
    """The name, or with a number behind the last that is taken; of 20,000 alike in no time."""
    if name[:_LONGEST] not in taken:
        return name[:_LONGEST]
    used, free = 1, 2
    while _numbered(name, free) in taken:
        used, free = free, free * 2
    while free - used > 1:
        middle = (used + free) // 2
        used, free = (middle, free) if _numbered(name, middle) in taken else (used, middle)
    return _numbered(name, free)


def _numbered(name: str, number: int) -> str:
    end = f"_{number}"
    return name[: _LONGEST - len(end)] + end
