"""How long ago something was, as a person would say it."""

from datetime import datetime

from components.figures import counted
from components.zones import local

_UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"))
_LONGEST_S = 30 * 86_400


def ago(moment: datetime, now: datetime) -> str:
    """In the largest unit that fits; after a month the date."""
    seconds = (now - moment).total_seconds()
    if seconds >= _LONGEST_S:
        return f"{local(moment):%d %B %Y}"
    for unit, noun in _UNITS:
        if seconds >= unit:
            return f"{counted(int(seconds // unit), noun)} ago"
    return "just now"
