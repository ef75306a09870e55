"""Keys that are written twice in one object of a JSON text."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from switchboard.problems import Problem
from switchboard.tools.quoting import code
from switchboard.tools.walks import walk
from switchboard.wire import Json


class Repeated:
    """Collects the objects in which a key is written twice."""

    def __init__(self) -> None:
        self._found: list[tuple[dict[str, Json], list[str]]] = []

    def collect(self, pairs: list[tuple[str, Any]]) -> dict[str, Json]:
        made = dict(pairs)
        if len(made) < len(pairs):
            times = Counter(name for name, _ in pairs)
            self._found.append((made, [name for name in made if times[name] > 1]))
        return made

    def problems(self, value: Json) -> Iterator[Problem]:
        """One for each key, in the order of the text's objects."""
        if not self._found:
            return
        names = {id(made): names for made, names in self._found}
        for path, item in walk(value):
            for name in names.get(id(item), []):
                yield Problem(
                    f"{code(name)} is written twice in the same object, and only the last one"
                    " counts. Remove one.",
                    (*path, name),
                )
