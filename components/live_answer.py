"""An answer while it arrives.

The script waits for the job and sends only what is new: a finished block is never sent again, so
that the cost is linear in the length, and no oftener than the browser can draw. Whatever the person
does meanwhile reruns the page, which finds the job again.
"""

import time
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state
from components.answer_layout import AnswerLayout
from components.blocks import Block, cut
from components.call_card import heading
from components.plain import showable
from components.prose import draw_block
from switchboard.jobs import Job
from switchboard.messages import Answer, Call

_PAUSE_S = 0.05
"""Between two drawings. Streamlit drops a browser that is 500 messages behind, for good."""


def follow(job: Job, place: DeltaGenerator) -> None:
    """Draws the answer into this place until it has ended; then the page is drawn again."""
    drawing = _Drawing(place)
    seen = -1
    while True:
        is_running = job.is_running
        drawing.update(job.step.answer)
        if not is_running:
            break
        seen = _wait(job, seen)
    st.rerun()


def _wait(job: Job, seen: int) -> int:
    """Until there is more to draw, leaving the browser time and other widgets their turn."""
    if seen >= 0:
        time.sleep(_PAUSE_S)
    while True:
        state.let_others_in()
        now = job.wait_for_change(seen, timeout_s=_PAUSE_S)
        if now != seen or not job.is_running:
            return now


class _Drawing:
    """What the browser has been sent. Lies in the page as the finished answer will."""

    def __init__(self, place: DeltaGenerator) -> None:
        layout = AnswerLayout.at(place)
        self._reasoning = _Growing(layout.reasoning, _draw_reasoning)
        self._prose = _Growing(layout.prose, draw_block)
        self._calls = layout.below
        with self._calls:
            self._waiting = st.empty()
        self._waiting.caption("Waiting for the first word…")
        self._cards: list[_Growing] = []

    def update(self, answer: Answer) -> None:
        """Sends what is new in this answer."""
        message = answer.message
        if message.text or message.calls or message.reasoning or message.refusal:
            self._waiting.empty()
        self._reasoning.update(message.reasoning or "")
        self._prose.update(message.text or message.refusal or "")
        for index, call in enumerate(message.calls):
            if index == len(self._cards):
                self._cards.append(self._new_card(call))
            self._cards[index].update(f"```json\n{call.arguments}")

    def _new_card(self, call: Call) -> "_Growing":
        with self._calls, st.container(border=True):
            st.markdown(heading(call.name))
            return _Growing(st.container(), draw_block)


class _Growing:
    """A text that grows, as blocks of which only the last is ever sent again."""

    def __init__(
        self, place: DeltaGenerator, draw: Callable[[Block, DeltaGenerator], None]
    ) -> None:
        self._place = place
        self._draw = draw
        self._blocks: tuple[Block, ...] = ()
        self._slots: list[DeltaGenerator] = []

    def update(self, text: str) -> None:
        """Draws the blocks that are not as they were."""
        old, self._blocks = self._blocks, cut(text, self._blocks)
        for index in range(max(len(old) - 1, 0), len(self._blocks)):
            if index >= len(old) or old[index] != self._blocks[index]:
                self._draw(self._blocks[index], self._slot(index))

    def _slot(self, index: int) -> DeltaGenerator:
        if index == len(self._slots):
            self._slots.append(self._place.empty())
        return self._slots[index]


def _draw_reasoning(block: Block, place: DeltaGenerator) -> None:
    place.text(showable(block.text))
