"""What an oddity is: a right reply, edited or framed in another way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from switchboard.offline.framing import PLAIN, Framing
from switchboard.offline.oddities.parts import Parts
from switchboard.offline.replies import build_reply
from switchboard.offline.right import Right, as_stream, as_whole
from switchboard.offline.sending import Sent
from switchboard.offline.streaming import stream_chunks


def _as_it_is(parts: Parts) -> Parts:
    return parts


@dataclass(frozen=True, slots=True)
class Oddity:
    """One way of writing a right reply oddly."""

    name: str
    says: str
    """What is odd, as a sentence."""

    shows: Literal["calls", "text", "stream", "named"]
    """Where it can be seen; ``named``: it takes something away, so it is only shown by name."""

    edit: Callable[[Parts], Parts] = _as_it_is
    """Changes the chunks of a stream, or the one body of a whole reply."""

    framing: Framing = PLAIN
    ignores_choice: bool = False

    def reply(self, right: Right) -> Sent:
        """The odd reply, in the form that was asked for."""
        right = _without_calls(right) if self.ignores_choice else right
        if right.ask.stream:
            chunks = self.edit(list(stream_chunks(right.ask, right.answers)))
            return as_stream(right, chunks, self.framing)
        return as_whole(self.edit([build_reply(right.ask, right.answers)])[0])


def _without_calls(right: Right) -> Right:
    return Right.to(replace(right.ask, tools=(), must_call=False, named=False))
