"""What is wrong with how a template is written. Nothing of it is carried out."""

from collections.abc import Iterator

from jinja2 import nodes

from switchboard.templates.worker.environment import ENVIRONMENT
from switchboard.templates.worker.failures import FAILURES, STANDS_ALONE, line_of, words
from switchboard.wire import Json

_OTHERS = (nodes.Extends, nodes.FromImport, nodes.Import, nodes.Include)


def problems(text: str) -> list[Json]:
    """Each a ``message`` and a ``line``, which may be unknown. Only what can be read at all is
    looked through for filters and tests that there are not."""
    try:
        tree = ENVIRONMENT.parse(text)
        return [{"message": message, "line": line} for message, line in _found(tree)]
    except FAILURES as error:
        return [{"message": words(error), "line": line_of(error)}]


def _found(tree: nodes.Template) -> Iterator[tuple[str, int]]:
    for used in tree.find_all(nodes.Filter):
        if used.name not in ENVIRONMENT.filters:
            yield f"There is no filter {used.name!r}.", used.lineno
    for asked in tree.find_all(nodes.Test):
        if asked.name not in ENVIRONMENT.tests:
            yield f"There is no test {asked.name!r}.", asked.lineno
    for other in tree.find_all(_OTHERS):
        yield STANDS_ALONE, other.lineno
