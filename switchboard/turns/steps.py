"""One step of a turn: send, read as it arrives, try again where that helps, and say how it ended.

The only module that knows the order. It touches no store and no screen; whoever iterates does.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from switchboard.errors import GatewayError
from switchboard.gateway import Failure, StopSignal, Transport, Tries, with_step_notes
from switchboard.runs import Fault, StepStatus
from switchboard.turns.attempts import Attempt
from switchboard.turns.events import Ended, Event, Waiting
from switchboard.wire import ChatRequest

_ENDINGS = {
    StepStatus.FINISHED: "went through",
    StepStatus.FAILED: "failed too",
    StepStatus.STOPPED: "was stopped",
}


def run_step(request: ChatRequest, *, transport: Transport, stop: StopSignal) -> Iterator[Event]:
    """Sends one request and yields what happens, ``Ended`` last. Raises nothing of the world's.

    A try that is followed by another tells nothing but ``Waiting``. Of what it brought, only the
    headers on the account's limits are kept, for a last reply that has none of its own.
    """
    tries = transport.tries()
    sent_at = time.monotonic()
    while True:
        attempt = Attempt(request, transport, stop, sent_at=sent_at, limits=tries.limits)
        yield from attempt.events(is_final=tries.is_last)
        waiting = _waiting(attempt.failure, tries)
        if waiting is None:
            break
        yield waiting
        if stop.wait(waiting.seconds):
            break
    yield from attempt.held()
    yield _ended(request, attempt, tries, stop)


def fault_of(error: GatewayError) -> Fault:
    """The error as it is kept."""
    return Fault(
        kind=type(error).__name__,
        message=error.message,
        advice=error.advice,
        status=error.status,
        type=error.type,
        param=error.param,
        code=error.code,
        body=error.body,
    )


def _waiting(failure: Failure | None, tries: Tries) -> Waiting | None:
    seconds = tries.wait_after(failure) if failure else None
    if failure is None or seconds is None:
        return None
    return Waiting(
        seconds=seconds,
        until=datetime.now(UTC) + timedelta(seconds=seconds),
        attempt=tries.number,
        of=tries.most,
        because=failure.error.message,
        response_headers=dict(failure.headers),
    )


def _ended(request: ChatRequest, attempt: Attempt, tries: Tries, stop: StopSignal) -> Ended:
    error = None if stop.is_set else attempt.error
    answer = attempt.answer if error else with_step_notes(request, attempt.answer)
    status = StepStatus.FINISHED if error is None else StepStatus.FAILED
    if stop.is_set and not answer.complete:
        status = StepStatus.STOPPED
    ending = _ENDINGS[status]
    if note := tries.note(ending, has_older_limits=attempt.has_older_limits):
        answer = replace(answer, notes=(note, *answer.notes))
    fault = _told(fault_of(error), tries) if error else None
    return Ended(status, attempt.watch.end(), answer, fault, tries.note(ending))


def _told(fault: Fault, tries: Tries) -> Fault:
    """The fault, which is often shown without the answer and its notes."""
    if tries.number == 1:
        return fault
    so_far = f"This was try {tries.number} of {tries.most}."
    return replace(fault, advice=f"{so_far} {fault.advice}".strip())
