"""An answer while it arrives.

The script waits for the job and sends only what is new: a finished block is never sent again, so
that the cost is linear in the length, and no oftener than the browser can draw. Whatever the person
does meanwhile reruns the page, which finds the job again.
"""

import time
from collections.abc import Callable, Iterable
from functools import cache

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components import state
from components.blocks import Block, cut
from components.call_card import heading
from components.plain import showable
from components.prose import draw_block
from switchboard.jobs import Job
from switchboard.messages import Answer, Call

_PAUSE_S = 0.05
"""Between two drawings. Streamlit drops a browser that is 500 messages behind, for good."""


def follow(job: Job, drawing: "LiveAnswer") -> None:
    """Draws the answer until it has ended; then the page is drawn again."""
    seen = -1
    while True:
        is_running = job.is_running
        has_drawn = drawing.update(job.step.answer)
        if not is_running:
            # A rerun drops what has not left for the browser yet, and keeps it from drawing.
            time.sleep(_PAUSE_S)
            st.rerun()
        if has_drawn:
            time.sleep(_PAUSE_S)
        seen = _wait(job, seen)


def _wait(job: Job, seen: int) -> int:
    """Until there is more, leaving other widgets their turn."""
    while True:
        state.let_others_in()
        now = job.wait_for_change(seen, timeout_s=_PAUSE_S)
        if now != seen or not job.is_running:
            return now


class LiveAnswer:
    """What the browser has been sent of an answer. Lies in the page as the finished one will."""

    def __init__(self, place: DeltaGenerator) -> None:
        self._message = place
        before = place.empty()
        self._reasoning = _Growing(before.container, _draw_reasoning)
        # The first word takes the place of this line: one message to the browser instead of two.
        self._waiting = place.caption("Waiting for the first word…")
        self._prose = _Growing(lambda: place, draw_block, slots=[self._waiting])
        self._cards: list[_Growing] = []

    def update(self, answer: Answer) -> bool:
        """Sends what is new in this answer. Whether there was anything."""
        message = answer.message
        drawn = [
            self._reasoning.update(message.reasoning or ""),
            self._prose.update(message.text or message.refusal or ""),
            *(self._update_call(index, call) for index, call in enumerate(message.calls)),
        ]
        return any(drawn)

    def _update_call(self, index: int, call: Call) -> bool:
        if index == len(self._cards):
            self._cards.append(self._new_card(call))
            if not self._prose.has_begun:
                self._waiting.empty()
        return self._cards[index].update(f"```json\n{call.arguments}")

    def _new_card(self, call: Call) -> "_Growing":
        with self._message, st.container(border=True):
            st.markdown(heading(call.name))
            place = st.container()
        return _Growing(lambda: place, draw_block)


class _Growing:
    """A text that grows, as blocks of which only the last is ever sent again."""

    def __init__(
        self,
        find_place: Callable[[], DeltaGenerator],
        draw: Callable[[Block, DeltaGenerator], DeltaGenerator],
        slots: Iterable[DeltaGenerator] = (),
    ) -> None:
        self._find_place = cache(find_place)
        self._draw = draw
        self._blocks: tuple[Block, ...] = ()
        self._slots = list(slots)

    @property
    def has_begun(self) -> bool:
        """Whether anything has been drawn."""
        return bool(self._blocks)

    def update(self, text: str) -> bool:
        """Draws the blocks that are not as they were. Whether there were any."""
        old, self._blocks = self._blocks, cut(text, self._blocks)
        changed = [
            index
            for index in range(max(len(old) - 1, 0), len(self._blocks))
            if index >= len(old) or old[index] != self._blocks[index]
        ]
        for index in changed:
            self._draw_at(index)
        return bool(changed)

    def _draw_at(self, index: int) -> None:
        if index < len(self._slots):
            self._draw(self._blocks[index], self._slots[index])
        else:
            self._slots.append(self._draw(self._blocks[index], self._find_place()))


def _draw_reasoning(block: Block, place: DeltaGenerator) -> DeltaGenerator:
    return place.text(showable(block.text))
