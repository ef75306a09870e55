"""From a schema to types, noting everything that types don't say."""

from collections.abc import Iterator
from dataclasses import replace

from switchboard.formats.shapes.beyond import Beyond
from switchboard.formats.shapes.merging import merged
from switchboard.formats.shapes.model import (
    ANYTHING,
    NOTHING,
    Alias,
    Definition,
    Field,
    ListOf,
    MapOf,
    Named,
    Record,
    Scalar,
    Shape,
    TupleOf,
)
from switchboard.formats.shapes.naming import Names, pascal
from switchboard.formats.shapes.pointers import target_of
from switchboard.formats.shapes.telling import combiner_of, has_known_keys, is_exactly, kinds_of
from switchboard.formats.shapes.unions import either
from switchboard.formats.shapes.values import choice_of
from switchboard.formats.shapes.words import LIMITS
from switchboard.wire import Json, JsonObject

_DEEPEST = 40


class Shaping:
    """One schema on its way to types. ``names`` is shared by all schemas of a text."""

    def __init__(self, root: JsonObject, names: Names) -> None:
        self.definitions: list[Definition] = []
        """Those that others need come first, but for references that go round in a circle."""

        self.beyond = Beyond()
        self._root = root
        self._names = names
        self._named: dict[str, str] = {}
        self._under_way: set[str] = set()

    def record(self, name: str, description: str = "", *, inner: str = "") -> Record:
        """The whole schema as a record, the last of the definitions; the names of those within
        begin with ``inner``."""
        own = self._names.unique(name)
        self._named["#"] = own
        flat = merged(self._root, self._root)
        if flat is None:
            self.beyond.note("allOf", "")
            flat = {key: item for key, item in self._root.items() if key not in ("allOf", "$ref")}
        self.beyond.rest(flat, ("object",), "")
        if flat.get("type") != "object":
            self.beyond.note("type", "")
        found = self._record(flat, inner or own, where="", description=description)
        record = self.definitions[-1] = replace(found, name=own)
        return record

    def shape(self, schema: Json, name: str, where: str, depth: int = 0) -> Shape:
        """The type of a schema; ``name`` is what a record would be called."""
        if not isinstance(schema, dict):
            return NOTHING if schema is False else ANYTHING
        if depth > _DEEPEST:
            self.beyond.note("nesting", where)
            return ANYTHING
        if isinstance(schema.get("$ref"), str):
            return self._referred(schema, where, depth)
        if "allOf" in schema:
            flat = merged(schema, self._root)
            if flat is None:
                self.beyond.note("allOf", where)
            schema = flat or {key: item for key, item in schema.items() if key != "allOf"}
        return self._plain(schema, name, where, depth)

    def _plain(self, schema: JsonObject, name: str, where: str, depth: int) -> Shape:
        if "const" in schema or isinstance(schema.get("enum"), list):
            self.beyond.rest(schema, ("enum",), where)
            return choice_of(schema)
        if combiner := combiner_of(schema):
            return self._either(schema, combiner, name=name, where=where, depth=depth)
        kinds = kinds_of(schema)
        if "type" not in schema and kinds:
            self.beyond.note("type", where)
        self.beyond.rest(schema, kinds, where)
        members = [self._kind(kind, schema, name, where, depth) for kind in kinds]
        return either(members) if members else ANYTHING

    def _either(
        self, schema: JsonObject, combiner: str, *, name: str, where: str, depth: int
    ) -> Shape:
        self.beyond.rest(schema, (combiner,), where)
        if combiner == "oneOf":
            self.beyond.note(combiner, where)
        listed = schema[combiner]
        kind: JsonObject = {"type": schema["type"]} if "type" in schema else {}
        members = [
            self.shape({**kind, **each} if isinstance(each, dict) else each, name, where, depth + 1)
            for each in (listed if isinstance(listed, list) else [])
        ]
        return either(members)

    def _kind(self, kind: str, schema: JsonObject, name: str, where: str, depth: int) -> Shape:
        if kind == "object":
            return self._object(schema, name, where, depth)
        limits = {key: schema[key] for key in LIMITS[kind] if key in schema}
        if kind == "array":
            return self._array(schema, limits, name=name, where=where, depth=depth)
        return Scalar(kind, limits)

    def _array(
        self, schema: JsonObject, limits: JsonObject, *, name: str, where: str, depth: int
    ) -> Shape:
        place, first = f"{where}[]", schema.get("prefixItems", schema.get("items"))
        if not isinstance(first, list):
            item = self.shape(schema.get("items", True), f"{name}Item", place, depth + 1)
            return ListOf(item, limits)
        items = [self.shape(each, f"{name}Item", place, depth + 1) for each in first]
        if items and is_exactly(len(items), schema):
            if limits.get("uniqueItems"):
                self.beyond.note("uniqueItems", where)
            return TupleOf(tuple(items))
        self.beyond.note("prefixItems", where)
        return ListOf(ANYTHING, limits)

    def _object(self, schema: JsonObject, name: str, where: str, depth: int) -> Shape:
        if has_known_keys(schema):
            own = self._names.unique(name)
            self._record(schema, own, where=where, depth=depth)
            return Named(own)
        limits = {key: schema[key] for key in LIMITS["object"] if key in schema}
        others = schema.get("additionalProperties", True)
        return MapOf(self.shape(others, f"{name}Value", f"{where}.*", depth + 1), limits)

    def _record(
        self, schema: JsonObject, name: str, *, where: str, description: str = "", depth: int = 0
    ) -> Record:
        for key in LIMITS["object"]:
            if key in schema:
                self.beyond.note(key, where)
        others = schema.get("additionalProperties", True)
        said = description or schema.get("description")
        record = Record(
            name,
            said if isinstance(said, str) else "",
            tuple(self._fields(schema, name, where, depth)),
            None
            if others is False
            else self.shape(others, f"{name}Value", f"{where}.*".lstrip("."), depth + 1),
        )
        self.definitions.append(record)
        return record

    def _fields(self, schema: JsonObject, name: str, where: str, depth: int) -> Iterator[Field]:
        listed, required = schema.get("properties"), schema.get("required")
        properties = listed if isinstance(listed, dict) else {}
        names = required if isinstance(required, list) else []
        needed = dict.fromkeys(each for each in names if isinstance(each, str))
        for key in dict.fromkeys([*properties, *needed]):
            child = properties.get(key, True)
            place = f"{where}.{key}".lstrip(".")
            shape = self.shape(child, name + pascal(key), place, depth + 1)
            yield Field(key, shape, key in needed, child if isinstance(child, dict) else {})

    def _referred(self, schema: JsonObject, where: str, depth: int) -> Shape:
        address = str(schema["$ref"])
        self.beyond.rest(schema, ("$ref",), where)
        if address in self._named:
            return Named(self._named[address])
        target = target_of(self._root, address)
        if address in self._under_way or not isinstance(target, dict | bool):
            self.beyond.note("$ref", where)
            return ANYTHING
        return self._definition(target, address, depth + 1)

    def _definition(self, target: JsonObject | bool, address: str, depth: int) -> Shape:
        wanted = pascal(address.rpartition("/")[2])
        place = wanted
        flat = merged(target, self._root) if isinstance(target, dict) else None
        if flat is not None and kinds_of(flat) == ["object"] and has_known_keys(flat):
            if "type" not in flat:
                self.beyond.note("type", place)
            self.beyond.rest(flat, ("object",), place)
            self._named[address] = own = self._names.unique(wanted)
            self._record(flat, own, where=place, depth=depth)
            return Named(own)
        self._under_way.add(address)
        shape = self.shape(target, wanted, place, depth)
        self._under_way.discard(address)
        return self._alias(target, shape, address=address, name=wanted)

    def _alias(self, target: JsonObject | bool, shape: Shape, *, address: str, name: str) -> Shape:
        if isinstance(shape, Named):
            # Or a chain of definitions that each name the next one twice is followed 2^n times.
            self._named[address] = shape.name
            return shape
        said = target.get("description") if isinstance(target, dict) else None
        own = self._named[address] = self._names.unique(name)
        self.definitions.append(Alias(own, said if isinstance(said, str) else "", shape))
        return Named(own)
