"""Names and values inside a sentence."""

from switchboard.tools.quoting import code as quoted
from switchboard.tools.quoting import shown

__all__ = ["code", "shown"]


def code(*names: str, most: int = 8) -> str:
    """The names between backticks, the first few of many."""
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(map(quoted, names[:most])) + more
