"""Whether a request that failed is sent again, and how long to wait before that.

The rules are those of OpenAI's own client (``_base_client.py``, openai 3.54), with two more: a
used-up quota is never tried again, and neither is a request that the gateway took in time and
answered too late: it may have been working on it, and somebody pays for that.
"""

import math
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from itertools import groupby

from tenacity import RetryCallState, Retrying
from tenacity.retry import retry_if_result
from tenacity.stop import stop_after_attempt
from tenacity.wait import wait_exponential

from switchboard.errors import ConnectionFailed, ConnectTimeout, GatewayError, StreamBroken
from switchboard.gateway.rate_limits import limit_headers

_LOST = (ConnectionFailed, ConnectTimeout, StreamBroken)
_PASSING = (408, 409, 429)
_LONGEST_TOLD_S = 120
_JITTER = 0.25
_BACKOFF = wait_exponential(multiplier=0.5, max=8)
_QUOTA = "insufficient_quota"
_OLDER_LIMITS = " What the headers say of limits and waits is from a try that failed."
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a try brought nothing."""

    error: GatewayError
    headers: Mapping[str, str] = field(default_factory=dict)
    """Of the reply, where there was one."""


class Tries:
    """The tries of one request: counts them, and says how long to wait before the next."""

    def __init__(
        self,
        max_retries: int,
        *,
        now: Callable[[], datetime] = _now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.most = max(max_retries, 0) + 1
        """How many tries there are at most."""

        self.limits: Mapping[str, str] = {}
        """The headers on the account's limits of the last failed try that had any."""

        self._failed: list[str] = []
        self._retrying = Retrying(
            stop=stop_after_attempt(self.most),
            retry=retry_if_result(lambda failure: _is_passing(failure, now())),
            wait=lambda state: _seconds(state, now(), chance()),
        )
        self._state = RetryCallState(self._retrying, None, (), {})

    @property
    def number(self) -> int:
        """Which try this is; 1 for the first."""
        return self._state.attempt_number

    @property
    def is_last(self) -> bool:
        """Whether no other try follows, however this one ends."""
        return self.number >= self.most

    def wait_after(self, failure: Failure) -> float | None:
        """Seconds until the next try, which counts from now on; ``None`` when there is none."""
        state = self._state
        state.set_result(failure)
        if not self._retrying.retry(state) or self._retrying.stop(state):
            return None
        seconds = float(self._retrying.wait(state))
        self._failed.append(_in_words(failure.error))
        self.limits = limit_headers(failure.headers) or self.limits
        state.prepare_for_next_attempt()
        return seconds

    def note(self, ending: str, *, has_older_limits: bool = False) -> str:
        """What became of the tries: those that failed, then ``ending`` of the last one, such as
        ``went through``. Empty when the first was the only one.

        ``has_older_limits``: the last reply told no limits, and those of ``limits`` are shown.
        """
        if not self._failed:
            return ""
        failed = ", then ".join(_runs(self._failed))
        whose = _OLDER_LIMITS if has_older_limits else ""
        return f"The gateway {failed}; the {self._ordinal} try {ending}.{whose}"

    @property
    def _ordinal(self) -> str:
        return _ORDINALS[self.number - 1] if self.number <= len(_ORDINALS) else f"{self.number}th"


def told_wait(headers: Mapping[str, str], *, now: datetime) -> float | None:
    """How many seconds the gateway says to wait; ``None`` when it says nothing that can be read.

    ``retry-after-ms`` counts before ``retry-after``, which holds seconds or a date (RFC 9110,
    10.2.3). It may be negative.
    """
    said = {name.lower(): value.strip() for name, value in headers.items()}
    for name, divisor in (("retry-after-ms", 1000), ("retry-after", 1)):
        try:
            return _told(float(said[name]) / divisor)
        except (KeyError, ValueError):
            continue
    try:
        date = parsedate_to_datetime(said["retry-after"])
    except (KeyError, ValueError, OverflowError):
        return None
    # A date without a zone is in GMT, as every date of HTTP is.
    return ((date if date.tzinfo else date.replace(tzinfo=UTC)) - now).total_seconds()


def _told(seconds: float) -> float | None:
    return None if math.isnan(seconds) else seconds


def _is_passing(failure: Failure, now: datetime) -> bool:
    """Whether the same request may fare better in a while."""
    error = failure.error
    told = told_wait(failure.headers, now=now)
    if _is_used_up(error) or (told is not None and told > _LONGEST_TOLD_S):
        return False
    said = {name.lower(): value.strip().lower() for name, value in failure.headers.items()}
    if (should := said.get("x-should-retry")) in ("true", "false"):
        return should == "true"
    return isinstance(error, _LOST) or error.status in _PASSING or (error.status or 0) >= 500


def _is_used_up(error: GatewayError) -> bool:
    """Whether the account has nothing left. A proxy may put the provider's whole error into its own
    message, under a code of its own (LiteLLM)."""
    said = (error.type, error.code, error.message, error.body)
    return any(_QUOTA in text.lower() for text in said if text)


def _seconds(state: RetryCallState, now: datetime, chance: float) -> float:
    failure = state.outcome.result() if state.outcome else None
    told = told_wait(failure.headers, now=now) if isinstance(failure, Failure) else None
    if told is not None and 0 < told <= _LONGEST_TOLD_S:
        return told
    return _BACKOFF(state) * (1 - _JITTER * chance)


def _in_words(error: GatewayError) -> str:
    if error.status is not None:
        return f"answered {error.status}"
    return "broke off" if isinstance(error, StreamBroken) else "did not answer"


def _runs(words: list[str]) -> list[str]:
    return [word + _times(len(list(same))) for word, same in groupby(words)]


def _times(count: int) -> str:
    return {1: "", 2: " twice"}.get(count, f" {count} times")
