"""Which references of a schema lead to a schema that contains them."""

from switchboard.payload.gemini.references import pointed_at
from switchboard.tools.loops import Graph, leads, loops_of
from switchboard.tools.subschemas import subschemas
from switchboard.wire import JsonObject


def recursive_references(root: JsonObject) -> frozenset[str]:
    """Those from whose target one comes to themselves again, over whatever other references."""
    targets: dict[str, list[str]] = {}
    waiting = _references(root)
    while waiting:
        reference = waiting.pop()
        if reference not in targets:
            target = pointed_at(root, reference)
            targets[reference] = _references(target) if target is not None else []
            waiting += targets[reference]
    numbers = {reference: at for at, reference in enumerate(targets)}
    whole = {numbers[each]: [numbers[to] for to in inner] for each, inner in targets.items()}
    graph: Graph = loops_of(whole)
    return frozenset(each for each, at in numbers.items() if _comes_back(graph, at))


def _comes_back(graph: Graph, at: int) -> bool:
    return any(leads(graph, to, at) for to in graph.get(at, []))


def _references(schema: JsonObject) -> list[str]:
    found = (each.schema.get("$ref") for each in subschemas(schema))
    return [reference for reference in found if isinstance(reference, str)]
