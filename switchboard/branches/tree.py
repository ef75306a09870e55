"""Branches in the order in which a tree of them is read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from switchboard.summaries import ConversationSummary


@dataclass(frozen=True, slots=True)
class TreeLine:
    """One line of the tree."""

    depth: int
    """How many stand above it that it comes from; 0: none."""

    summary: ConversationSummary


def branch_tree(summaries: Sequence[ConversationSummary]) -> list[TreeLine]:
    """Each followed by what left it, in the order given; where a parent is gone, the orphan stands
    at the root."""
    known = {one.id for one in summaries}
    children: dict[str | None, list[ConversationSummary]] = defaultdict(list)
    for one in summaries:
        children[one.parent if one.parent in known else None].append(one)
    lines = []
    waiting = [TreeLine(0, one) for one in reversed(children[None])]
    while waiting:
        line = waiting.pop()
        lines.append(line)
        below = children[line.summary.id]
        waiting += [TreeLine(line.depth + 1, one) for one in reversed(below)]
    return lines
