"""A text that grows on the screen, as blocks of which only the last is ever sent again."""

from collections.abc import Callable, Iterable
from functools import cache

from streamlit.delta_generator import DeltaGenerator

from components.blocks import Block, cut


class Growing:
    """What the browser has been sent of one text."""

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
