"""What one probe's request brought back."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from switchboard.gateway import StopSignal, Transport
from switchboard.messages import Answer
from switchboard.runs import Fault, StepStatus, Timing
from switchboard.turns import Ended, Opened, Received, Waiting, run_step
from switchboard.wire import ChatRequest, JsonObject

_LONGEST_REPLY = 12_000
"""Bytes of a reply that are kept as evidence; probes ask for short answers."""

_CUT = "\n… (the rest is not kept)"


@dataclass(frozen=True, slots=True)
class Seen:
    """The reply to a probe."""

    answer: Answer = Answer()
    """Its notes are on the answer alone; that there were several tries is no oddity of it."""

    fault: Fault | None = None
    tries: str = ""
    """What became of the tries, as a sentence; empty when the first was the only one."""

    content_type: str = ""
    reply: str = ""
    """The body as it came, keys masked, its end left out when it is long."""

    is_stopped: bool = False


def send(
    body: JsonObject,
    *,
    transport: Transport,
    stop: StopSignal,
    on_wait: Callable[[Waiting | None], None] = lambda _: None,
) -> Seen:
    """Sends the request and waits for all of the reply. Raises nothing of the world's.

    ``on_wait`` is told of a wait before another try, and with ``None`` of its end.
    """
    kept, content_type, last = bytearray(), "", Ended(StepStatus.STOPPED, Timing())
    for event in run_step(cast(ChatRequest, body), transport=transport, stop=stop):
        on_wait(event if isinstance(event, Waiting) else None)
        if isinstance(event, Opened):
            content_type = _content_type(event.response_headers)
        elif isinstance(event, Received):
            kept += event.piece[: max(_LONGEST_REPLY - len(kept), 0)]
        elif isinstance(event, Ended):
            last = event
    return Seen(
        answer=_alone(last),
        fault=last.fault,
        tries=last.tries,
        content_type=content_type,
        reply=_readable(bytes(kept)),
        is_stopped=last.status is StepStatus.STOPPED,
    )


def _alone(ended: Ended) -> Answer:
    answer = ended.answer
    return replace(answer, notes=answer.notes[1:]) if ended.tries else answer


def _content_type(headers: dict[str, str]) -> str:
    lower = {name.lower(): value for name, value in headers.items()}
    return lower.get("content-type", "").lower()


def _readable(kept: bytes) -> str:
    text = kept.decode("utf-8", "backslashreplace")
    return text + _CUT if len(kept) >= _LONGEST_REPLY else text


def cut(text: str) -> str:
    """The text as evidence, its end left out when it is long."""
    return text[:_LONGEST_REPLY] + _CUT if len(text) > _LONGEST_REPLY else text
