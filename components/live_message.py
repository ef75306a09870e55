"""One message while it arrives, lying in the page as the finished one will."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.blocks import Block
from components.call_card import heading
from components.growing import Growing
from components.plain import showable
from components.prose import draw_block
from switchboard.messages import Call, Message

WAITING = "Waiting for the first word…"
REASONING = "The model is reasoning…"


class LiveMessage:
    """What the browser has been sent of a message."""

    def __init__(self, place: DeltaGenerator) -> None:
        self._place = place
        self._before = place.empty()
        self._reasoning = Growing(self._open_reasoning, _draw_plain)
        # The first word takes the place of this line: one message to the browser instead of two.
        self._said = WAITING
        self._line = place.caption(WAITING)
        self._prose = Growing(lambda: place, draw_block, slots=[self._line], draw_plain=_draw_plain)
        self._cards: list[Growing] = []

    @property
    def is_settled(self) -> bool:
        """Whether all that was sent looks as it should."""
        return self._prose.is_settled

    def update(self, message: Message, *, line: str = WAITING) -> bool:
        """Sends what is new in this message. Whether there was anything.

        ``line``: markdown that stands where the first word will.
        """
        drawn = [
            self._reasoning.update(message.reasoning or ""),
            self._prose.update(message.text or message.refusal or ""),
            *(self._update_call(index, call) for index, call in enumerate(message.calls)),
        ]
        if self._reasoning.has_begun:
            line = REASONING
        return any([*drawn, self._say(line)])

    def _say(self, line: str) -> bool:
        if self._prose.has_begun or self._cards or line == self._said:
            return False
        self._said = line
        self._line.caption(line)
        return True

    def _open_reasoning(self) -> DeltaGenerator:
        return self._before.container().expander("Reasoning")

    def _update_call(self, index: int, call: Call) -> bool:
        if index == len(self._cards):
            self._cards.append(self._new_card(call))
            if not self._prose.has_begun:
                self._line.empty()
        return self._cards[index].update(f"```json\n{call.arguments}")

    def _new_card(self, call: Call) -> Growing:
        with self._place, st.container(border=True):
            st.markdown(heading(call.name))
            place = st.container()
        return Growing(lambda: place, draw_block)


def _draw_plain(block: Block, place: DeltaGenerator) -> DeltaGenerator:
    return place.text(showable(block.text))
