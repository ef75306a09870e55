"""An answer while it arrives.

The script waits for the job and sends only what is new: a finished block is never sent again, so
that the cost is linear in the length, and no oftener than the browser can draw. Whatever the person
does meanwhile reruns the page, which finds the job again.
"""

import time
from datetime import UTC, datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state
from components.choices import MOST, choice_cells
from components.live_message import WAITING, LiveMessage
from components.waiting import ARRIVES, WAITS, waiting_line
from switchboard.jobs import Job
from switchboard.messages import Choice, Message
from switchboard.runs import Step

_PAUSE_S = 0.05
"""Between two drawings. Streamlit drops a browser that is 500 messages behind, for good."""

_BURST_PAUSES_S = (0.002, *(0.008,) * 8)
_BURST_PIECES_PER_S = 2_000
"""Pieces that make a burst; over the first pause, and then over each of the longer ones."""

_NOTHING = Message(role="assistant")


def follow(job: Job, drawing: "LiveAnswer") -> None:
    """Draws the answer until it has ended; then the page is drawn again."""
    seen = -1
    while True:
        _let_a_burst_in(job)
        is_running = job.is_running
        has_drawn = drawing.update(job)
        if not is_running and drawing.is_settled:
            # A rerun drops what has not left for the browser yet, and keeps it from drawing.
            time.sleep(_PAUSE_S)
            st.rerun()
        if has_drawn:
            time.sleep(_PAUSE_S)
        seen = _wait(job, seen if drawing.is_settled else -1)


def arrival_mark() -> DeltaGenerator:
    """Shows Stop for as long as it is drawn (``look``)."""
    return st.html(ARRIVES)


def _let_a_burst_in(job: Job) -> None:
    """Waits while much is coming in: one drawing more costs the browser longer than this."""
    for pause in _BURST_PAUSES_S:
        before = job.version
        time.sleep(pause)
        if not job.is_running or job.version - before < pause * _BURST_PIECES_PER_S:
            return


def _wait(job: Job, seen: int) -> int:
    """Until there is more, leaving other widgets their turn."""
    while True:
        state.let_others_in()
        now = job.wait_for_change(seen, timeout_s=_PAUSE_S)
        if now != seen or not job.is_running or job.waiting:
            return now


class LiveAnswer:
    """What the browser has been sent of an answer: one message, or several side by side."""

    def __init__(self, place: DeltaGenerator, step: Step) -> None:
        self._waits = False
        self._mark = arrival_mark()  # Below the answer.
        self._messages = [LiveMessage(cell) for cell in _cells(place, _asked_for(step))]

    @property
    def is_settled(self) -> bool:
        """Whether all that was sent looks as it should."""
        return all(message.is_settled for message in self._messages)

    def update(self, job: Job) -> bool:
        """Sends what is new in the job's answer. Whether there was anything."""
        waiting = job.waiting
        line = waiting_line(waiting, datetime.now(UTC)) if waiting else WAITING
        choices = _by_place(job.step.answer.choices, len(self._messages))
        drawn = [
            message.update(choices[place].message if place in choices else _NOTHING, line=line)
            for place, message in enumerate(self._messages)
        ]
        return any([*drawn, self._offer_to_cancel(waits=waiting is not None)])

    def _offer_to_cancel(self, *, waits: bool) -> bool:
        if waits is self._waits:
            return False
        self._waits = waits
        self._mark.html(WAITS if waits else ARRIVES)
        return True


def _cells(place: DeltaGenerator, count: int) -> list[DeltaGenerator]:
    if count == 1:
        return [place]
    with place:
        st.empty()  # Where the finished answer has what stands above its text.
        return choice_cells(count)


def _by_place(choices: tuple[Choice, ...], count: int) -> dict[int, Choice]:
    """Where each choice is drawn. A gateway that is asked for one may number it as it likes."""
    if count == 1:
        return dict(enumerate(choices[:1]))
    return {choice.index: choice for choice in choices}


def _asked_for(step: Step) -> int:
    count = step.request.get("n")
    return min(max(count, 1), MOST) if isinstance(count, int) else 1
