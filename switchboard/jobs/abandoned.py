"""Steps that a killed program left behind, read again from the bytes that had arrived."""

from contextlib import suppress
from dataclasses import replace

from switchboard.errors import GatewayError
from switchboard.gateway import ReplyReader
from switchboard.messages import Answer
from switchboard.runs import Step, StepStatus
from switchboard.store import Store


def close_abandoned_steps(store: Store) -> int:
    """Marks steps whose program was killed as interrupted, with what had arrived. How many."""
    abandoned = store.abandoned_steps()
    for step in abandoned:
        answer = _answer_in(store.received(step.id), step)
        store.save_step(replace(step, status=StepStatus.INTERRUPTED, answer=answer))
    return len(abandoned)


def _answer_in(received: bytes, step: Step) -> Answer:
    reader = ReplyReader(
        status=step.http_status or 200,
        content_type=step.response_headers.get("content-type", ""),
    )
    with suppress(GatewayError):
        reader.feed(received)
    return reader.answer()
