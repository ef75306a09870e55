"""What an answer may take its values from."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from switchboard.simulate.judging.moments import Day
from switchboard.simulate.judging.sources import Source


@dataclass(frozen=True, slots=True)
class Ground:
    """Some texts together: what stands in one of them is held."""

    sources: tuple[Source, ...]
    counts: frozenset[int] = frozenset()
    """Numbers that no text has and that anybody can count."""

    @property
    def days(self) -> Iterable[Day]:
        """Every date."""
        return chain.from_iterable(source.days for source in self.sources)

    def has_number(self, value: float, step: float) -> bool:
        """Whether one of the numbers, rounded up or down to such steps, is the value."""
        if value in self.counts:
            return True
        slack = step / 2 + abs(value) * 1e-9
        return any(_is_near(source.numbers, value, slack) for source in self.sources)

    def has_time(self, time: tuple[int, int]) -> bool:
        """Whether one of the times is that hour and minute."""
        return any(time in source.times for source in self.sources)

    def has_phrase(self, words: str) -> bool:
        """Whether the words, as ``plain`` gives them, stand in this order."""
        return any(words in source.words for source in self.sources)

    def has_word(self, word: str) -> bool:
        """Whether the word stands anywhere; lower case."""
        return any(word in source.vocabulary for source in self.sources)

    def has_code(self, signs: str) -> bool:
        """Whether the letters and digits stand in this order, whatever stands between them."""
        return any(signs in source.joined for source in self.sources)

    def has_text(self, text: str) -> bool:
        """Whether the text stands to the letter; lower case."""
        return any(text in source.raw for source in self.sources)


def _is_near(numbers: tuple[float, ...], value: float, slack: float) -> bool:
    at = bisect_left(numbers, value - slack)
    return at < len(numbers) and numbers[at] <= value + slack
