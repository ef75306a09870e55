"""Checks of references."""

from collections.abc import Iterator
from urllib.parse import unquote

from switchboard.lint.places import place
from switchboard.lint.rule import Finding
from switchboard.lint.view import Node, View
from switchboard.problems import JsonPath
from switchboard.tools.loops import Graph, loops_of
from switchboard.tools.quoting import code


def address_of(node: Node) -> str | None:
    """What the schema refers to, where it does."""
    address = node.schema.get("$ref")
    return address if isinstance(address, str) else None


def external(view: View, *, who: str) -> Iterator[Finding]:
    """References that lead out of the schema."""
    for node in view.nodes:
        address = address_of(node)
        if address is not None and not address.startswith("#"):
            message = (
                f"{who} fetches no references, and {code(address, longest=100)} leads out of the"
                " schema. Copy what it names under `$defs`."
            )
            yield Finding((*node.path, "$ref"), message)


def recursion(view: View, *, who: str) -> Iterator[Finding]:
    """The first reference of a schema that holds itself."""
    node = _first_of_a_loop(view)
    if node is not None:
        message = (
            f"{who} takes no schema that holds itself: {code(address_of(node) or '')} in"
            f" {place(node.path)} leads back to what it stands in. Write out as many levels as"
            " are needed."
        )
        yield Finding((*node.path, "$ref"), message)


def _first_of_a_loop(view: View) -> Node | None:
    """Every node that is left of the graph leads into a loop: walk on until one comes twice."""
    graph, steps = loops_of(_graph(view)), dict[int, None]()
    at = next(iter(graph), None)
    while at is not None and at not in steps:
        steps[at] = None
        at = next(each for each in graph[at] if each in graph)
    loop = [*steps][[*steps].index(at) :] if at is not None else []
    return next((view.nodes[each] for each in loop if address_of(view.nodes[each])), None)


def _graph(view: View) -> Graph:
    """Which schema holds or refers to which, by their places among the nodes."""
    places = {_pointer(node.path): at for at, node in enumerate(view.nodes)}
    graph: Graph = {at: [] for at in range(len(view.nodes))}
    for at, node in enumerate(view.nodes):
        if node.steps:
            graph[places[_pointer(node.path[: -len(node.steps)])]].append(at)
        address = address_of(node)
        target = places.get(_target(address)) if address is not None else None
        if target is not None:
            graph[at].append(target)
    return graph


def _pointer(path: JsonPath) -> tuple[str, ...]:
    return tuple(map(str, path[1:]))


def _target(address: str) -> tuple[str, ...]:
    """Of a JSON pointer (RFC 6901) within the schema; of anything else a place that is nowhere."""
    if address in ("#", "#/"):
        return ()
    if not address.startswith("#/"):
        return ("",)
    steps = unquote(address[2:]).split("/")
    return tuple(each.replace("~1", "/").replace("~0", "~") for each in steps)
