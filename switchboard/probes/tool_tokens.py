"""What tools cost in tokens, exactly: the same short question with them and without."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from switchboard.gateway import SWAPPED, StopSignal, Transport, mask
from switchboard.probes.asking import Plan
from switchboard.probes.probe import shortened
from switchboard.probes.seen import Seen, send
from switchboard.wire import FunctionTool, JsonObject

_QUESTION = "Hi"
_LIMITS = (1, 16)
"""The most tokens of the answer. Some gateways ask for more than one: OpenAI's Responses for 16."""

_NOT_TAKEN = (400, 422)
"""What is answered to a limit that is too low or has another name."""

_STOPPED = "Stopped by you."
_UNTOLD = "The gateway does not say how many tokens a request had."
_OUR_MISTAKE = "Switchboard itself failed while it counted; its log says more."


@dataclass(frozen=True, slots=True)
class CountedTokens:
    """Tokens of the prompt, as the gateway counted them."""

    with_tools: int
    without: int
    model: str
    at: datetime
    """UTC, aware."""

    @property
    def tokens(self) -> int:
        """What the tools cost in every request."""
        return self.with_tools - self.without


class TokenCount:
    """A count under way, on a thread of its own. Safe to look at and to stop from any thread."""

    def __init__(self, plan: Plan, tools: Sequence[FunctionTool]) -> None:
        self.plan = plan
        self.tools = tuple(tools)
        self.counted: CountedTokens | None = None
        """There once it has ended well."""

        self.failure = ""
        """Why it did not, as a sentence."""

        self.progress = 0.0
        """The part that is done, 0 to 1."""

        self._transport = Transport(plan.gateway)
        self._stop = StopSignal()
        self._ended = threading.Event()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return not self._ended.is_set()

    def start(self) -> None:
        """Begins and returns at once."""
        threading.Thread(target=self._work, name="count-tokens", daemon=True).start()

    def stop(self) -> None:
        """Ends it at once."""
        self._stop.stop()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Waits for the end. Whether it came."""
        return self._ended.wait(timeout_s)

    def _work(self) -> None:
        self.failure = _OUR_MISTAKE
        try:
            self.failure = self._count()
        finally:
            self._ended.set()

    def _count(self) -> str:
        """Counts; why nothing came of it."""
        counts: list[int] = []
        for tools in (self.tools, ()):
            seen = self._asked(tools)
            if seen.is_stopped:
                return _STOPPED
            if seen.fault:
                return mask(shortened(seen.fault.message), self._transport.secrets)
            usage = seen.answer.usage
            if usage is None or usage.input_tokens is None:
                return _UNTOLD
            counts.append(usage.input_tokens)
            self.progress += 0.5
        with_tools, without = counts
        now = datetime.now(UTC)
        self.counted = CountedTokens(with_tools, without, model=self.plan.model, at=now)
        return ""

    def _asked(self, tools: Sequence[FunctionTool]) -> Seen:
        """The reply to the question, with the first token limit that is taken."""
        seen = Seen()
        for body in self._bodies(tools):
            seen = send(body, transport=self._transport, stop=self._stop)
            if seen.fault is None or seen.fault.status not in _NOT_TAKEN:
                break
        return seen

    def _bodies(self, tools: Sequence[FunctionTool]) -> Iterator[JsonObject]:
        field: str = self.plan.limit_field
        question: JsonObject = {"role": "user", "content": _QUESTION}
        for name in (field, SWAPPED[field]):
            for limit in _LIMITS:
                body: JsonObject = {"model": self.plan.model, "messages": [question], name: limit}
                offered = [cast(JsonObject, tool) for tool in tools]
                yield {**body, "tools": [*offered]} if offered else body
