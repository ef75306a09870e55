"""The wait before a request is tried again, counting down."""

import math
from datetime import datetime

from components.plain import with_code
from switchboard.turns import Waiting

ARRIVES = '<span class="talk-arrives"></span>'
"""Tells the style (``look``) to show Stop."""

WAITS = '<span class="talk-waits"></span>'
"""Tells it to show Cancel instead."""

_LONGEST_REASON = 200


def waiting_line(waiting: Waiting, now: datetime) -> str:
    """What went wrong and when the next try is, as markdown; ``now`` is aware."""
    seconds = max(math.ceil((waiting.until - now).total_seconds()), 1)
    tries = f"({waiting.attempt} of {waiting.of})"
    return (
        f":material/hourglass_top: {with_code(_short(waiting.because))} "
        f"Trying again in {seconds:,}\N{NO-BREAK SPACE}s {tries}."
    )


def _short(reason: str) -> str:
    if len(reason) > _LONGEST_REASON:
        return f"{reason[:_LONGEST_REASON]}…"
    return reason if reason.endswith((".", "!", "?", "…")) else f"{reason}."
