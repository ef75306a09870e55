"""A text that grows on the screen, as blocks of which only the last is ever sent again."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeAlias

from streamlit.delta_generator import DeltaGenerator

from components.blocks import Block, cut

_MUCH = 3_000
"""Characters of markdown over which a browser sits long enough to be noticed."""

_MOST_PLAIN = 250_000
"""Characters that wait for their markdown while more is pouring in."""

_MOST_AT_ONCE = 20_000
"""Of them, as many as keep the browser busy for about an eighth of a second."""

Draw: TypeAlias = Callable[[Block, DeltaGenerator], DeltaGenerator]


class Growing:
    """What the browser has been sent of one text."""

    def __init__(
        self,
        find_place: Callable[[], DeltaGenerator],
        draw: Draw,
        *,
        slots: Iterable[DeltaGenerator] = (),
        draw_plain: Draw | None = None,
    ) -> None:
        """``draw_plain``: how blocks are drawn of which there is much at once, so that they can be
        read before the browser has gone through their markdown; a later update draws them well.
        """
        self._find_place = cache(find_place)
        self._draw = draw
        self._draw_plain = draw_plain
        self._blocks: tuple[Block, ...] = ()
        self._plain: set[int] = set()
        self._length = 0
        self._slots = list(slots)

    @property
    def has_begun(self) -> bool:
        """Whether anything has been drawn."""
        return bool(self._blocks)

    @property
    def is_settled(self) -> bool:
        """Whether all of it looks as it should."""
        return not self._plain

    def update(self, text: str) -> bool:
        """Draws the blocks that are not as they were, or only plain. Whether there were any."""
        draw_new = self._draw_plain if len(text) - self._length > _MUCH else None
        old, self._blocks, self._length = self._blocks, cut(text, self._blocks), len(text)
        first = max(len(old) - 1, 0)
        new = [
            index
            for index in range(first, len(self._blocks))
            if index >= len(old) or old[index] != self._blocks[index]
        ]
        waiting = self._plain - {*new}
        for index in self._due(waiting, is_pouring=draw_new is not None):
            self._draw_at(index, draw_plain=None)
        for index in new:
            self._draw_at(index, draw_plain=draw_new)
        return bool(new or waiting)

    def _due(self, waiting: set[int], *, is_pouring: bool) -> Iterator[int]:
        """Those of the plain blocks that are drawn well now."""
        lengths = {index: len(self._blocks[index].text) for index in sorted(waiting)}
        if is_pouring and sum(lengths.values()) <= _MOST_PLAIN:
            return
        drawn = 0
        for index, length in lengths.items():
            if drawn and drawn + length > _MOST_AT_ONCE:
                return
            drawn += length
            yield index

    def _draw_at(self, index: int, *, draw_plain: Draw | None) -> None:
        draw = draw_plain or self._draw
        (self._plain.add if draw_plain else self._plain.discard)(index)
        if index < len(self._slots):
            draw(self._blocks[index], self._slots[index])
        else:
            self._slots.append(draw(self._blocks[index], self._find_place()))
