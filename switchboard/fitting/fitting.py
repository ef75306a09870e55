"""A definition, and the changes that would make it fit."""

from collections.abc import Collection
from dataclasses import dataclass

from switchboard.fitting.change import Change
from switchboard.fitting.edits import TooMuch
from switchboard.fitting.goals import RULES
from switchboard.fitting.left import left_of
from switchboard.fitting.reach import obstacles, too_much
from switchboard.fitting.rewriting import Rewriting
from switchboard.problems import Problem
from switchboard.tools import Tool
from switchboard.tools.deadline import OutOfTime, at_most
from switchboard.wire import JsonObject

_LONGEST_S = 1.0


@dataclass(frozen=True, slots=True)
class Fitting:
    """What would have to change, each step to be taken or left."""

    goal: str
    before: JsonObject
    """The function object as written."""

    changes: tuple[Change, ...]
    """In the order in which they are made; none where it fits as it is."""

    left: tuple[Problem, ...] = ()
    """What no change mends, with paths from the function object after all changes."""

    is_schema_left: bool = False
    """Whether nothing is done to the parameters, for a reason that ``left`` tells."""

    def after(self, taken: Collection[str] | None = None) -> JsonObject:
        """The function object with all changes, or with those of these ids and what they need."""
        ids = None if taken is None else self.taken_with(taken)
        rewriting = Rewriting(RULES[self.goal], ids)
        return rewriting.run(self.before, is_schema_left=self.is_schema_left)

    def taken_with(self, taken: Collection[str]) -> frozenset[str]:
        """The ids of the changes that are made when these are taken."""
        known = {each.id: each for each in self.changes}
        found: set[str] = set()
        waiting = [id for id in taken if id in known]
        while waiting:
            id = waiting.pop()
            if id not in found:
                found.add(id)
                waiting += known[id].needs
        return frozenset(found)


def fit(tool: Tool, goal: str) -> Fitting:
    """What it takes to bring the tool's definition to a goal of ``GOALS``; raises ``KeyError``
    for no goal of these. Any definition gives a fitting, within two seconds."""
    found = obstacles(tool.raw.get("parameters"), goal)
    if not found:
        try:
            with at_most(_LONGEST_S):
                return _fitted(tool.raw, goal)
        except (OutOfTime, TooMuch):
            found = (too_much(),)
    return _fitted(tool.raw, goal, found)


def _fitted(function: JsonObject, goal: str, obstacles: tuple[Problem, ...] = ()) -> Fitting:
    rewriting = Rewriting(RULES[goal])
    after = rewriting.run(function, is_schema_left=bool(obstacles))
    left = obstacles or left_of(after, goal)
    return Fitting(goal, function, rewriting.all_changes(), left, bool(obstacles))
