"""When things happened."""

import time
from dataclasses import replace

from switchboard.runs import Timing


class Stopwatch:
    """Milliseconds since ``sent_at``, when the first try was sent, on the monotonic clock."""

    def __init__(self, sent_at: float) -> None:
        self._start = sent_at
        self.timing = Timing()

    @property
    def has_seen_token(self) -> bool:
        """Whether ``saw_token`` was called."""
        return self.timing.first_token_ms is not None

    def saw_byte(self) -> None:
        """The first byte of the body has come, if none had."""
        if self.timing.first_byte_ms is None:
            self.timing = replace(self.timing, first_byte_ms=self._now())

    def saw_token(self) -> None:
        """Something a person can see has come, if nothing had."""
        if self.timing.first_token_ms is None:
            self.timing = replace(self.timing, first_token_ms=self._now())

    def end(self) -> Timing:
        """The last byte has come."""
        self.timing = replace(self.timing, total_ms=self._now())
        return self.timing

    def _now(self) -> float:
        return (time.monotonic() - self._start) * 1000
