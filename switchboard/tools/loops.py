"""Loops in a graph that is written as: node -> the nodes it points to."""

from collections import Counter, defaultdict
from typing import TypeAlias

from switchboard.tools.deadline import stop_when_late

Graph: TypeAlias = dict[int, list[int]]


def loops_of(graph: Graph) -> Graph:
    """The graph without the nodes from which every way ends: what is left leads into loops.

    Linear in the size of the graph; most schemas have no loop, and nothing is left of them.
    """
    ways = Counter({node: len(targets) for node, targets in graph.items()})
    sources = defaultdict(list)
    for node, targets in graph.items():
        for target in targets:
            sources[target].append(node)
    ended = [node for node in {*graph, *sources} if not ways[node]]
    for node in ended:
        for source in sources[node]:
            ways[source] -= 1
            if not ways[source]:
                ended.append(source)
    return {node: targets for node, targets in graph.items() if ways[node]}


def leads(graph: Graph, start: int, end: int) -> bool:
    """Whether a way leads from the one node to the other."""
    if end not in graph:
        return False
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        stop_when_late()
        node = waiting.pop()
        if node == end:
            return True
        if node not in seen:
            seen.add(node)
            waiting += graph.get(node, [])
    return False
