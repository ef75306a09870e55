"""The schemas of one document as JSON Schema, what is referred to translated once."""

import re
from collections.abc import Iterable

from switchboard.formats.openapi.dialect import as_json_schema
from switchboard.formats.openapi.pointers import followed, pointed_at, steps_of
from switchboard.formats.openapi.shapes import object_in, texts_in
from switchboard.formats.subschemas import mapped
from switchboard.formats.unfolding import REFERENCE, Translated
from switchboard.problems import Problem
from switchboard.wire import Json, JsonObject

_MOST_PROBLEMS = 100
_UNFIT = re.compile(r"[^A-Za-z0-9_.-]+")
_ANNOTATIONS = frozenset(
    ("default", "deprecated", "description", "example", "examples", "summary", "title")
)


class Schemas:
    """Translates the schemas of a document for requests: what is only read is not required."""

    def __init__(self, document: JsonObject, *, with_siblings: bool) -> None:
        self.problems: list[Problem] = []
        self._document = document
        self._with_siblings = with_siblings
        """Whether keywords beside a ``$ref`` count, as from 3.1 on."""

        self._names: dict[str, str] = {}
        self._references: dict[str, str] = {}
        self._made: dict[str, Translated] = {}
        self._uses: list[str] = []

    def translated(self, schema: Json) -> Translated:
        """The schema in JSON Schema, with the definitions it needs by name."""
        outer, self._uses = self._uses, []
        done = self._translate(schema)
        uses, self._uses = self._uses, outer
        return Translated(done, tuple(uses))

    def definition(self, name: str) -> Translated:
        """What a definition's name stands for."""
        if name not in self._made:
            found = pointed_at(self._document, self._references[name])
            self._made[name] = self.translated(found.value)
        return self._made[name]

    def told(self, problems: Iterable[Problem]) -> None:
        """Keeps problems, each once."""
        for each in problems:
            if len(self.problems) < _MOST_PROBLEMS and each not in self.problems:
                self.problems.append(each)

    def _translate(self, schema: Json) -> Json:
        if not isinstance(schema, dict):
            return schema if isinstance(schema, bool) else {}
        schema = self._asking(schema)
        reference = schema.get("$ref")
        if isinstance(reference, str):
            return self._referring(schema, reference)
        return _plain(mapped(as_json_schema(schema), self._translate))

    def _referring(self, schema: JsonObject, reference: str) -> Json:
        beside = {name: value for name, value in schema.items() if name != "$ref"}
        if not self._with_siblings:
            beside = {name: value for name, value in beside.items() if name in _ANNOTATIONS}
        beside = mapped(as_json_schema(beside), self._translate)
        found = pointed_at(self._document, reference)
        if found.fault:
            self.told([Problem(found.fault)])
            return beside
        name = self._name(reference)
        self._uses.append(name)
        return {"$ref": REFERENCE + name} | beside

    def _asking(self, schema: JsonObject) -> JsonObject:
        """Without the demand for properties that are only read: "If in the required list, the
        required will take effect on the response only" (3.0.4). They may still be given, for
        documents mark what identifies a thing to be changed as read-only as well."""
        properties, required = object_in(schema.get("properties")), texts_in(schema.get("required"))
        asked = [name for name in required if not self.is_read_only(properties.get(name))]
        return schema if asked == required else {**schema, "required": [*asked]}

    def is_read_only(self, schema: Json) -> bool:
        """Whether it, or what it refers to, is said to be for answers only."""
        if object_in(schema).get("readOnly") is True:
            return True
        return followed(self._document, schema)[0].get("readOnly") is True

    def _name(self, reference: str) -> str:
        if reference not in self._names:
            steps = steps_of(reference) or ["root"]
            wanted = _UNFIT.sub("_", steps[-1])[:60] or "schema"
            name, number = wanted, 2
            while name in self._references:
                name, number = f"{wanted}_{number}", number + 1
            self._names[reference], self._references[name] = name, reference
        return self._names[reference]


def _plain(schema: JsonObject) -> JsonObject:
    """``allOf`` with one entry, 3.0's way to describe a reference, as that entry."""
    match schema.get("allOf"):
        case [dict() as only]:
            beside = {name: value for name, value in schema.items() if name != "allOf"}
            if beside.keys() <= _ANNOTATIONS:
                return only | beside
    return schema
