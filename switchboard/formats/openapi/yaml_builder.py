"""Builds a JSON value from the events of a YAML text, within bounds."""

from dataclasses import dataclass, field
from typing import Any

from switchboard.problems import JsonPath, Problem
from switchboard.tools.quoting import code
from switchboard.wire import Json

MOST_BY_ALIASES = 1_000_000
"""How many values aliases may stand for together; ten lines of them can stand for a billion."""

DEEPEST = 150
"""Levels of nesting. Real documents have about thirty."""

MOST_PROBLEMS = 100
_MERGE = "<<"


class YamlRefused(Exception):
    """The text is not read further."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


@dataclass(slots=True)
class _Collection:
    """A list or an object that has begun and not ended."""

    value: dict[str, Json] | list[Json]
    anchor: str | None
    values_before: int
    key: str | None = None
    """The key whose value comes next; ``None``: a key comes next."""

    last: str | None = None
    is_merging: bool = False
    to_merge: list[tuple[Any, Json]] = field(default_factory=list)

    @property
    def step(self) -> str | int | None:
        return len(self.value) - 1 if isinstance(self.value, list) else self.last


class Builder:
    """Takes events in their order. Aliases share their value, so that memory stays that of the
    text."""

    def __init__(self) -> None:
        self.value: Json = None
        self.problems: list[Problem] = []
        self._open: list[_Collection] = []
        self._anchors: dict[str, tuple[Json, int]] = {}
        self._values = 0
        self._by_aliases = 0
        self._documents = 0

    def begin(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise YamlRefused(
                _problem("There is more than one YAML document in this text. Keep one.", event)
            )

    def scalar(self, event: Any, value: Json) -> None:
        self._values += 1
        self._check_tag(event)
        self._remember(event.anchor, value, size=1)
        self._add(event, value, key=event.value, is_plain=event.implicit[0])

    def alias(self, event: Any) -> None:
        if event.anchor not in self._anchors:
            message = "stands before what it names, or inside of it."
            raise YamlRefused(_problem(f"The alias {code('*' + event.anchor)} {message}", event))
        value, size = self._anchors[event.anchor]
        self._values += size
        self._by_aliases += size
        if self._by_aliases > MOST_BY_ALIASES:
            raise YamlRefused(
                _problem("The aliases of this text stand for more than a million values.", event)
            )
        self._add(event, value, key=value if isinstance(value, str) else None)

    def open(self, event: Any, collection: "dict[str, Json] | list[Json]") -> None:
        self._values += 1
        self._check_tag(event)
        if len(self._open) >= DEEPEST:
            raise YamlRefused(_problem(f"This is nested more than {DEEPEST} levels deep.", event))
        self._add(event, collection, key=None)
        self._open.append(_Collection(collection, event.anchor, self._values))

    def close(self) -> None:
        done = self._open.pop()
        if isinstance(done.value, dict):
            self._merge(done.value, done.to_merge)
        self._remember(done.anchor, done.value, size=self._values - done.values_before + 1)

    def _add(self, event: Any, value: Json, *, key: str | None, is_plain: bool = False) -> None:
        if not self._open:
            self.value = value
            return
        into = self._open[-1]
        if isinstance(into.value, list):
            into.value.append(value)
        elif into.key is None:
            self._take_key(into, event, key, is_merge=is_plain and key == _MERGE)
        elif into.is_merging:
            into.to_merge.append((event, value))
            into.key, into.is_merging = None, False
        else:
            into.value[into.key] = value
            into.key = None

    def _take_key(
        self, into: "_Collection", event: Any, key: str | None, *, is_merge: bool
    ) -> None:
        if key is None:
            raise YamlRefused(_problem("A key must be a text; this is a list or an object.", event))
        if key in into.value and not is_merge:
            self._tell(
                f"{code(key)} is written twice in the same object, and only the last one counts."
                " Remove one.",
                event,
                (*self._path(), key),
            )
        into.key, into.is_merging = key, is_merge
        into.last = key

    def _merge(self, into: dict[str, Json], merged: list[tuple[Any, Json]]) -> None:
        """Adds what ``<<`` names, where the object does not say otherwise."""
        for event, value in merged:
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, dict):
                    into |= {name: each[name] for name in each if name not in into}
                else:
                    self._tell("`<<` merges objects; this is none.", event)

    def _remember(self, anchor: str | None, value: Json, *, size: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (value, size)

    def _check_tag(self, event: Any) -> None:
        tag = event.tag
        if tag is not None and not tag.startswith("tag:yaml.org,2002:"):
            self._tell(f"The tag {code(tag)} means nothing here; it was passed over.", event)

    def _path(self) -> JsonPath:
        """The steps to the collection that is open."""
        return tuple(each.step for each in self._open[:-1] if each.step is not None)

    def _tell(self, message: str, event: Any, path: JsonPath = ()) -> None:
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(_problem(message, event, path))


def _problem(message: str, event: Any, path: JsonPath = ()) -> Problem:
    mark = event.start_mark
    return Problem(message, path, line=mark.line + 1, column=mark.column + 1)
