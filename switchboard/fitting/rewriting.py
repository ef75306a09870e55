"""One walk over a definition that makes the edits of a goal, and writes down each of them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from switchboard.fitting.change import Change
from switchboard.fitting.edits import At, Edit, Rule, TooMuch
from switchboard.fitting.naming import pointer
from switchboard.fitting.recursion import recursive_references
from switchboard.fitting.rules.references import refers
from switchboard.problems import JsonPath
from switchboard.tools.deadline import stop_when_late
from switchboard.wire import Json, JsonObject

_MOST_STEPS = 20_000
_DEEPEST = 120


@dataclass(frozen=True, slots=True)
class Rules:
    """What a goal does, in order."""

    function: tuple[Rule, ...]
    """To the function object, before its parameters."""

    schema: tuple[Rule, ...]
    """To each schema, before those within it, and once more after a change there or at its closing;
    again until none of them has anything to do."""

    closing: tuple[Rule, ...]
    """To each schema, after those within it."""

    ending: tuple[Rule, ...]
    """To the function object, at last."""

    enters: tuple[str, ...]
    """Keywords beneath which schemas are fitted too."""


@dataclass(slots=True)
class Rewriting:
    """``run`` once. The order of rules and places is fixed, so the same ids are met each time."""

    rules: Rules
    taken: Collection[str] | None = None
    """Ids of the changes to make; ``None``: all."""

    changes: dict[str, Change] = field(default_factory=dict)
    """Those that were made, in order."""

    _steps: int = 0
    _everywhere: list[str] = field(default_factory=list)
    _made_ids: list[str] = field(default_factory=list)
    """In the order of the edits, each as often as there was one."""

    def all_changes(self) -> tuple[Change, ...]:
        """Those that were made, each with all that it needs."""
        return tuple(
            _needing(each, (*self._everywhere, *each.needs)) for each in self.changes.values()
        )

    def run(self, function: JsonObject, *, is_schema_left: bool) -> JsonObject:
        """The definition with its changes. Raises ``TooMuch``, ``OutOfTime``."""
        parameters = function.get("parameters")
        root = parameters if isinstance(parameters, dict) else {}
        at = At((), root, recursive=recursive_references(root))
        fitted, at = self._settle(function, at, self.rules.function)
        if isinstance(parameters, dict) and not is_schema_left:
            fitted = {**fitted, "parameters": self._whole(parameters, at)}
            fitted, _ = self._settle(fitted, at, self.rules.ending)
        return fitted

    def _whole(self, parameters: JsonObject, at: At) -> JsonObject:
        """While there are references, again with the definitions as they are by then: these may
        go together where they did not before."""
        plain, made = self._schema(parameters, at.inside("parameters")), -1
        while refers(plain) and made < len(self._made_ids):
            made = len(self._made_ids)
            again = replace(at, root=plain, recursive=recursive_references(plain))
            plain = self._schema(plain, _after(again, self._made_ids).inside("parameters"))
        return plain

    def _schema(self, node: JsonObject, at: At) -> JsonObject:
        if len(at.path) > _DEEPEST:
            raise TooMuch
        node, at = self._opened(node, at)
        start = len(self._made_ids)
        closed, _ = self._settle(node, at, self.rules.closing)
        if closed is node:
            return node
        later = _after(at, self._made_ids[start:])
        again, later = self._settle(closed, later, self.rules.schema)
        return closed if again is closed else self._schema(again, later)

    def _opened(self, node: JsonObject, at: At) -> tuple[JsonObject, At]:
        """Settled with all within. What was fitted there may bring this schema something to do:
        an alternative may turn out to be null alone."""
        node, at = self._settle(node, at, self.rules.schema)
        start = len(self._made_ids)
        node = self._entered(node, at)
        if not (within := self._made_ids[start:]):
            return node, at
        again, later = self._settle(node, _after(at, within), self.rules.schema)
        return (node, at) if again is node else self._opened(again, later)

    def _entered(self, node: JsonObject, at: At) -> JsonObject:
        for keyword in self.rules.enters:
            if keyword in node:
                node = {**node, keyword: self._within(node[keyword], keyword, at)}
        return node

    def _within(self, value: Json, keyword: str, at: At) -> Json:
        step = at.inside(keyword)
        if keyword == "items":
            return self._schema(value, step) if isinstance(value, dict) else value
        if isinstance(value, list):
            return [self._child(each, step, index) for index, each in enumerate(value)]
        if isinstance(value, dict):
            return {name: self._child(each, step, name) for name, each in value.items()}
        return value

    def _child(self, value: Json, at: At, step: str | int) -> Json:
        return self._schema(value, at.inside(step)) if isinstance(value, dict) else value

    def _settle(self, node: JsonObject, at: At, rules: Iterable[Rule]) -> tuple[JsonObject, At]:
        is_settled = False
        while not is_settled:
            self._step()
            is_settled = True
            for rule in rules:
                for edit in rule(node, at):
                    if made := self._made(edit, at):
                        self._step()
                        node, at, is_settled = edit.apply(node), made, False
        return node, at

    def _made(self, edit: Edit, at: At) -> At | None:
        """Where the walk goes on once the edit is made; ``None``: it is left."""
        path = (*at.path, *edit.beneath)
        id = f"{edit.kind} {pointer(path)}"
        if self.taken is not None and id not in self.taken:
            return None
        made = self._change(edit, id, path=path, at=at)
        self._made_ids.append(id)
        self.changes[id] = _again(self.changes[id], made) if id in self.changes else made
        references = (*at.references, *edit.through)
        return replace(
            at, references=references, needs=(*at.needs, id) if edit.is_first else at.needs
        )

    def _change(self, edit: Edit, id: str, *, path: JsonPath, at: At) -> Change:
        if edit.is_everywhere:
            self._everywhere.append(id)
        kinds = edit.after
        met = [each for each in self.changes if edit.is_last or each.partition(" ")[0] in kinds]
        needs = tuple(dict.fromkeys((*at.needs, *met)))
        return Change(id, path, edit.title, edit.meaning, edit.loosens, needs)

    def _step(self) -> None:
        stop_when_late()
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooMuch


def _after(at: At, ids: Iterable[str]) -> At:
    return replace(at, needs=tuple(dict.fromkeys((*at.needs, *ids))))


def _again(first: Change, second: Change) -> Change:
    """One change for both: a rule may find more to do at a place once it has done something."""
    meaning = second.meaning if second.loosens and not first.loosens else first.meaning
    whole = replace(
        first, meaning=meaning or second.meaning, loosens=first.loosens or second.loosens
    )
    return _needing(whole, (*first.needs, *second.needs))


def _needing(change: Change, ids: Iterable[str]) -> Change:
    return replace(change, needs=tuple(dict.fromkeys(id for id in ids if id != change.id)))
