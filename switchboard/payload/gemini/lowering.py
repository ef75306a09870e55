"""A whole schema, brought down from its root."""

from dataclasses import dataclass, replace

from switchboard.payload.gemini import losses
from switchboard.payload.gemini.losses import Losses, Place
from switchboard.payload.gemini.merging import any_of_them, merged
from switchboard.payload.gemini.references import pointed_at
from switchboard.payload.gemini.scalars import (
    only_known,
    with_inclusive_bounds,
    with_one_type,
    with_text_enum,
)
from switchboard.wire import Json, JsonObject

# A schema may refer to itself in ways that grow without end; this much is far more than is taken.
_DEEPEST = 24
_MOST_SCHEMAS = 2_000


@dataclass(frozen=True, slots=True)
class Lowered:
    """A schema in the subset, and what that cost."""

    schema: JsonObject | None
    """``None``: there are no arguments, so ``parameters`` must be left out."""

    changes: tuple[str, ...] = ()
    """One sentence for each kind of change; a schema that fits as it is has none."""


def lowered(schema: JsonObject) -> Lowered:
    """The schema of a tool's parameters as Gemini takes it. Never fails: what does not fit goes."""
    lowering = _Lowering(schema)
    plain = lowering.root()
    if not plain.get("properties"):
        if plain != schema and schema.get("properties"):
            lowering.lost.add(losses.NO_ARGUMENTS, ())
        return Lowered(None, lowering.lost.sentences())
    return Lowered(plain, lowering.lost.sentences())


@dataclass(frozen=True, slots=True)
class _At:
    """Where in the schema: for the sentences, and to see it turn in circles."""

    place: Place = ()
    references: tuple[str, ...] = ()
    depth: int = 0

    def inside(self, *names: str) -> "_At":
        return replace(self, place=(*self.place, *names), depth=self.depth + 1)


class _Lowering:
    def __init__(self, root: JsonObject) -> None:
        self._root = root
        self._left = _MOST_SCHEMAS
        self.lost = Losses()

    def root(self) -> JsonObject:
        plain = self._schema(self._root, _At())
        if "anyOf" not in plain:
            return plain
        self.lost.add(losses.ROOT, ())
        variants = plain["anyOf"] if isinstance(plain["anyOf"], list) else []
        return any_of_them([each for each in variants if isinstance(each, dict)])

    def _schema(self, node: Json, at: _At) -> JsonObject:
        if not isinstance(node, dict):
            self.lost.add(losses.ANYTHING, at.place)
            return {"type": "string"}
        node, at = self._resolved(node, at)
        node = self._without_null(node, at)
        if variants := self._variants(node, at):
            return self._any_of(variants, at)
        return self._plain(node, at)

    def _plain(self, node: JsonObject, at: _At) -> JsonObject:
        node = with_one_type(with_text_enum(node, at.place, self.lost))
        node = only_known(with_inclusive_bounds(node, at.place, self.lost), at.place, self.lost)
        if node["type"] == "array":
            return node | {"items": self._items(node, at)}
        return self._object(node, at) if node["type"] == "object" else node

    def _object(self, node: JsonObject, at: _At) -> JsonObject:
        properties = node.pop("properties", None)
        required = node.pop("required", None)
        if isinstance(properties, dict) and properties:
            node["properties"] = {
                name: self._schema(inner, at.inside(name)) for name, inner in properties.items()
            }
            names = [name for name in _list(required) if isinstance(name, str)]
            node["required"] = [name for name in names if name in properties]
        return {key: value for key, value in node.items() if key != "required" or value}

    def _items(self, node: JsonObject, at: _At) -> JsonObject:
        items = node.get("items")
        if isinstance(items, dict):
            return self._schema(items, at.inside("items"))
        self.lost.add(losses.NO_ITEMS, at.place)
        return {"type": "string"}

    def _resolved(self, node: JsonObject, at: _At) -> tuple[JsonObject, _At]:
        """The node with references and ``allOf`` worked in, and tuples made arrays."""
        self._left -= 1
        if at.depth > _DEEPEST or self._left < 0:
            self.lost.add(losses.CUT, at.place)
            return {"type": "object"}, at
        node, at = self._pointed_at(node, at)
        members = node.get("allOf")
        if isinstance(members, list):
            self.lost.add(losses.MERGED, at.place)
            node = {key: value for key, value in node.items() if key != "allOf"}
            for member in members:
                if isinstance(member, dict):
                    inner, found = self._resolved(member, at.inside())
                    node, at = merged(node, inner), replace(at, references=found.references)
        return self._without_tuple(node, at), at

    def _pointed_at(self, node: JsonObject, at: _At) -> tuple[JsonObject, _At]:
        while isinstance(reference := node.get("$ref"), str):
            beside = {key: value for key, value in node.items() if key != "$ref"}
            target = pointed_at(self._root, reference)
            if target is None:
                self.lost.add(losses.LOST_REF, at.place)
                return beside, at
            if reference in at.references:
                self.lost.add(losses.CUT, at.place)
                return _words(beside) | {"type": "object"}, at
            self.lost.add(losses.INLINED, at.place)
            at = replace(at, references=(*at.references, reference))
            node = merged(beside, target)
        return {key: value for key, value in node.items() if key not in _DEFINITIONS}, at

    def _without_tuple(self, node: JsonObject, at: _At) -> JsonObject:
        rows = node.get("prefixItems", node.get("items"))
        if not isinstance(rows, list):
            return node
        self.lost.add(losses.TUPLE, at.place)
        kept = {key: value for key, value in node.items() if key != "prefixItems"}
        return kept | {"items": {"anyOf": rows} if len(rows) != 1 else rows[0]}

    def _without_null(self, node: JsonObject, at: _At) -> JsonObject:
        kinds = node.get("type")
        if not isinstance(kinds, list):
            return node
        names: list[Json] = [kind for kind in kinds if kind != "null"]
        if len(names) < len(kinds):
            self.lost.add(losses.NULLABLE, at.place)
            node = node | {"nullable": True}
        if len(names) < 2:
            return node | {"type": names[0] if names else "string"}
        self.lost.add(losses.TYPES, at.place)
        rest = {key: value for key, value in node.items() if key != "type"}
        return rest if "anyOf" in rest else rest | {"anyOf": [{"type": name} for name in names]}

    def _variants(self, node: JsonObject, at: _At) -> list[JsonObject]:
        """The alternatives of a schema, each with what the schema says besides: beside ``anyOf``
        nothing else may stand."""
        key = "anyOf" if isinstance(node.get("anyOf"), list) else "oneOf"
        variants = node.get(key)
        if not isinstance(variants, list):
            return []
        if key == "oneOf":
            self.lost.add(losses.ONE_OF, at.place)
        rest = {name: value for name, value in node.items() if name not in ("anyOf", "oneOf")}
        real = [each for each in variants if each != {"type": "null"}]
        if len(real) < len(variants):
            self.lost.add(losses.NULLABLE, at.place)
            rest["nullable"] = True
        return [merged(each, rest) for each in real if isinstance(each, dict)] or [rest]

    def _any_of(self, variants: list[JsonObject], at: _At) -> JsonObject:
        if len(variants) == 1:
            return self._schema(variants[0], at.inside())
        return {"anyOf": [self._schema(each, at.inside()) for each in variants]}


_DEFINITIONS = frozenset({"$defs", "definitions"})


def _words(node: JsonObject) -> JsonObject:
    return {key: node[key] for key in ("title", "description") if key in node}


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
