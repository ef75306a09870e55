"""A growing text is sent block by block, and much at once is plain first."""

import pytest

from components.growing import Growing

PARAGRAPH = "word " * 450 + "end.\n\n"  # 2,256 characters: longer than a block may be


class Screen:
    """What each place shows, and every drawing in order."""

    def __init__(self) -> None:
        self.shown: dict[int, str] = {}
        self.drawings: list[tuple[str, int]] = []

    def growing(self, *, hurries: bool = True) -> Growing:
        return Growing(
            lambda: None,
            self._drawing("well"),
            draw_plain=self._drawing("plain") if hurries else None,
        )

    def _drawing(self, how):
        def draw(block, place):
            place = len(self.shown) if place is None else place
            self.shown[place] = how
            self.drawings.append((how, place))
            return place

        return draw


@pytest.fixture
def screen():
    return Screen()


def test_a_little_at_a_time_is_drawn_well_and_only_its_last_block_again(screen):
    growing = screen.growing()

    growing.update(PARAGRAPH)
    growing.update(PARAGRAPH + "Half a sentence and")
    growing.update(PARAGRAPH + "Half a sentence and the other half.")

    assert screen.drawings == [("well", 0), ("well", 1), ("well", 1)]


def test_much_at_once_is_plain_until_the_next_update(screen):
    growing = screen.growing()

    growing.update(PARAGRAPH * 3)
    assert screen.shown == {0: "plain", 1: "plain", 2: "plain"}
    assert not growing.is_settled

    growing.update(PARAGRAPH * 3)
    assert screen.shown == {0: "well", 1: "well", 2: "well"}
    assert growing.is_settled


def test_while_much_is_pouring_in_what_is_plain_waits(screen):
    growing = screen.growing()

    growing.update(PARAGRAPH * 3)
    growing.update(PARAGRAPH * 6)

    assert set(screen.shown.values()) == {"plain"}


def test_much_that_waits_is_drawn_well_a_part_at_a_time(screen):
    growing = screen.growing()
    growing.update(PARAGRAPH * 12)

    growing.update(PARAGRAPH * 12)
    assert [*screen.shown.values()] == ["well"] * 8 + ["plain"] * 4

    growing.update(PARAGRAPH * 12)
    assert growing.is_settled


def test_more_than_may_wait_does_not_while_more_is_pouring_in(screen):
    growing = screen.growing()
    growing.update(PARAGRAPH * 120)

    growing.update(PARAGRAPH * 123)

    assert [*screen.shown.values()] == ["well"] * 8 + ["plain"] * 115


def test_nothing_new_draws_nothing(screen):
    growing = screen.growing()
    growing.update(PARAGRAPH)

    assert not growing.update(PARAGRAPH)
    assert screen.drawings == [("well", 0)]


def test_without_a_plain_way_much_at_once_is_drawn_well(screen):
    growing = screen.growing(hurries=False)

    growing.update(PARAGRAPH * 3)

    assert set(screen.shown.values()) == {"well"}
