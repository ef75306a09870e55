"""An answer with the results that stand directly behind it."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.conversations import Conversation, Entry
from switchboard.messages import Call


@dataclass(frozen=True, slots=True)
class Block:
    """Results, and the answer whose calls they should answer."""

    answer: Entry | None
    """``None`` where results stand behind something else, or behind nothing."""

    results: tuple[Entry, ...]

    @property
    def calls(self) -> tuple[Call, ...]:
        """The answer's calls."""
        return self.answer.message.calls if self.answer else ()

    @property
    def unanswered(self) -> tuple[Call, ...]:
        """The calls whose id no result of the block bears."""
        answered = {result.message.call_id for result in self.results}
        return tuple(call for call in self.calls if call.id not in answered)


def blocks(conversation: Conversation) -> Iterator[Block]:
    """Every answer with its results, and every row of results without an answer, in order."""
    answer: Entry | None = None
    results: list[Entry] = []
    for entry in conversation.entries:
        if entry.message.role == "tool":
            results.append(entry)
            continue
        if answer or results:
            yield Block(answer, tuple(results))
        answer, results = (entry if entry.message.role == "assistant" else None), []
    if answer or results:
        yield Block(answer, tuple(results))


def own_result(block: Block, call: Call, place: int) -> Entry | None:
    """The first call of an id owns the first result of that id, the second the second."""
    turn = sum(other.id == call.id for other in block.calls[:place])
    results = [result for result in block.results if (result.message.call_id or "") == call.id]
    return results[turn] if turn < len(results) else None
