"""How well a tool fits a text, by the words they share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from switchboard.offline.asking import Tool
from switchboard.offline.chinese import english_of
from switchboard.offline.filling.directions import end_of_way, is_way
from switchboard.offline.filling.wanting import wanted_kinds, wants_topic
from switchboard.offline.reading import read_text
from switchboard.offline.reading.findings import Kind
from switchboard.offline.schema.types import as_map, required_of
from switchboard.offline.topics import related
from switchboard.offline.words import stem, terms
from switchboard.wire import Json, JsonObject

FITS = 2.0
"""The score from which a tool is called without being asked to."""

SURE = 6.0
"""The score from which it is called though the message says nothing of what it needs."""

_NAME, _PARAMETER, _DESCRIPTION, _DETAIL = 3.0, 1.5, 1.2, 0.6
_SPELLED_OUT = 10.0
_RELATED = 0.65

# A formula or an address is there for a tool; a place or a date may be said in passing.
_EVIDENCE: Mapping[Kind, float] = {
    "formula": 2.0,
    "url": 2.0,
    "email": 1.8,
    "place": 0.8,
    "date": 0.4,
}
_ENOUGH = 2.0
"""From here on the evidence alone makes a fit: "what is 2+2" names no tool."""

_TRAVELLING = 2.0
_SEARCHING = 1.5
_LOOKING = re.compile(
    r"^\s*(?:please )?(?:search|look up|google|find)\b|搜索|搜一下|查一下|查找", re.IGNORECASE
)

# Half of all tools begin with one of these, so alone it says little.
_ACTION_WORDS = """
search find fetch create add update edit list show delete remove send check calculate compute
convert run execute read write query lookup generate make call open perform information data
value type name list result item details set
"""
_ACTIONS = frozenset(stem(word) for word in _ACTION_WORDS.split())


@dataclass(frozen=True)
class Profile:
    """A tool's words and what each is worth."""

    tool: Tool

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """Every term of the tool with its weight, the highest where it has several."""
        weights: dict[str, float] = {}
        _weigh(weights, terms(self.tool.name.replace("_", " ").replace("-", " ")), _NAME)
        _weigh(weights, terms(self.tool.description), _DESCRIPTION)
        for name, text, values in _properties(self.tool.schema, 0):
            _weigh(weights, terms(name.replace("_", " ")), _PARAMETER)
            _weigh(weights, terms(values), _PARAMETER)
            _weigh(weights, terms(text), _DETAIL)
        return weights

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """The kinds of finding that its required parameters ask for."""
        return frozenset(_required_kinds(self.tool.schema, 0))

    @cached_property
    def searches(self) -> bool:
        """Whether it must be told what to look for."""
        return any(wants_topic(name) for name in required_of(self.tool.schema))

    @cached_property
    def leads(self) -> bool:
        """Whether it must be told from where and to where."""
        ends = {end_of_way(name) for name in required_of(self.tool.schema)}
        return "place" in self.kinds and ends >= {"start", "end"}

    def score(self, text: str) -> float:
        """How well the tool fits a text; 0 where they share no word."""
        spelled_out = _SPELLED_OUT if _is_named(self.tool.name, text) else 0.0
        asked = dict.fromkeys([*terms(text), *english_of(text)])
        shared = spelled_out + sum(self._worth(term) for term in asked)
        evidence = self._evidence(text)
        return shared + evidence if shared or evidence >= _ENOUGH else 0.0

    def _evidence(self, text: str) -> float:
        """What the text offers of the kinds that the tool must be given."""
        offered = {finding.kind for finding in read_text(text)}
        # Where a way has two ends, neither is an address of mail.
        offered -= {"email"} if self.leads else set()
        travelled = _TRAVELLING if self.leads and is_way(text) else 0.0
        looked_up = _SEARCHING if self.searches and _LOOKING.search(text) else 0.0
        return (
            travelled + looked_up + sum(_EVIDENCE.get(kind, 0.0) for kind in self.kinds & offered)
        )

    def _worth(self, term: str) -> float:
        near = max((self.weights.get(other, 0.0) for other in related(term)), default=0.0)
        return max(self.weights.get(term, 0.0), _RELATED * near)


def best_fit(profiles: Iterable[Profile], text: str) -> tuple[Profile, float] | None:
    """The tool that fits best, with its score; the earlier one where two fit alike."""
    scored = [(profile, profile.score(text)) for profile in profiles]
    return max(scored, key=lambda pair: pair[1], default=None)


def _weigh(weights: dict[str, float], words: Iterable[str], weight: float) -> None:
    for word in words:
        worth = min(weight, 1.0) if word in _ACTIONS else weight
        weights[word] = max(weights.get(word, 0.0), worth)


def _is_named(name: str, text: str) -> bool:
    return len(name) > 3 and ("_" in name or name != name.lower()) and name in text


def _properties(schema: Json, depth: int) -> list[tuple[str, str, str]]:
    """Name, description and enum values of every property, nested ones included."""
    if not isinstance(schema, dict) or depth > 3:
        return []
    found: list[tuple[str, str, str]] = []
    for name, inner in as_map(schema.get("properties")).items():
        if isinstance(inner, dict):
            found.append((name, str(inner.get("description", "")), _enum_words(inner)))
            found += _properties(inner, depth + 1) + _properties(inner.get("items"), depth + 1)
    return found


def _required_kinds(schema: JsonObject, depth: int) -> Iterator[Kind]:
    """Also of what a required object must hold."""
    properties = as_map(schema.get("properties"))
    for name in required_of(schema) if depth < 3 else ():
        inner = as_map(properties.get(name))
        yield from wanted_kinds(name, inner)
        yield from _required_kinds(inner, depth + 1)


def _enum_words(schema: JsonObject) -> str:
    values = schema.get("enum")
    listed = values if isinstance(values, list) else []
    return " ".join(str(value).replace("_", " ") for value in listed[:40])
