"""Long answers as a model writes them, a word at a time; the same ones every time."""

import random
from collections.abc import Iterator
from itertools import islice

from benchmarks.orders import Order

_TEXT = """
the a of to in is that for it as with on by this from which when where between after call tool
answer model result weather station number because therefore however several measured temperature
argument schema **value** *often* `parameter` `city` within across before again
"""
_WORDS = _TEXT.split()


def pieces(order: Order) -> Iterator[str]:
    """The chunks of the answer: as many as ordered, the first and last words among them."""
    yield order.opening + " "
    yield from islice(_BODIES[order.kind](random.Random(1)), max(order.chunks - 3, 0))
    if order.chunks > 2:
        yield "\n```\n\n" if order.kind == "code" else "\n\n"
    if order.chunks > 1:
        yield order.closing


def earlier_texts(count: int) -> list[str]:
    """What was said on an earlier day, a short question and an answer in turns."""
    return [_paragraph(12 if number % 2 == 0 else 60, seed=number) for number in range(count)]


def _paragraph(words: int, *, seed: int) -> str:
    return "".join(islice(_flow(random.Random(seed)), words)).strip()


def _prose(dice: random.Random) -> Iterator[str]:
    while True:
        yield from dice.choice((_heading, _list, _plain, _plain, _plain, _snippet))(dice)


def _flow(dice: random.Random) -> Iterator[str]:
    while True:
        yield dice.choice(_WORDS) + " "


def _code(dice: random.Random) -> Iterator[str]:
    yield "\n\n```python\n"
    while True:
        yield from (f"{_name(dice)} = ", f"{_name(dice)}(", f"{dice.randrange(100)}, ", '"text")\n')


def _plain(dice: random.Random) -> Iterator[str]:
    yield from islice(_flow(dice), dice.randint(40, 110))
    yield "end.\n\n"


def _heading(dice: random.Random) -> Iterator[str]:
    yield "## "
    yield from islice(_flow(dice), 4)
    yield "\n\n"


def _list(dice: random.Random) -> Iterator[str]:
    for _ in range(dice.randint(3, 6)):
        yield "- "
        yield from islice(_flow(dice), 9)
        yield "\n"
    yield "\n"


def _snippet(dice: random.Random) -> Iterator[str]:
    yield "```json\n"
    for _ in range(6):
        yield from ('{"city": ', f'"{_name(dice)}", ', f'"days": {dice.randrange(9)}}}\n')
    yield "```\n\n"


def _name(dice: random.Random) -> str:
    return dice.choice(_WORDS).strip("*`")


_BODIES = {"prose": _prose, "flow": _flow, "code": _code}
