"""A function with one thing about its parameters changed: values in, values out.

Keys that are not named here stay where they are. What a parameter was is dropped only when it is
made another kind, and of that only what the new kind has no use for.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from switchboard.forms.parameters import Where, holder_at, kind_of
from switchboard.forms.remaking import begun, choice_of, remade
from switchboard.wire import Json, JsonObject

_Change: TypeAlias = Callable[[JsonObject], JsonObject]


def with_fact(function: JsonObject, key: str, value: Json) -> JsonObject:
    """With this name, description or strictness; ``None`` leaves the key out."""
    if value is None:
        return {name: item for name, item in function.items() if name != key}
    return {**function, key: value}


def with_parameter(function: JsonObject, where: Where, name: str, *, kind: str) -> JsonObject:
    """One parameter more, at the end. Required in a strict function, which knows no others.

    Nothing changes where the name is taken.
    """

    without: JsonObject = {**function, "parameters": {}}

    def change(holder: JsonObject) -> JsonObject:
        properties = _properties(holder)
        if name in properties:
            return holder
        schema = begun(kind, holder)
        new = {**_typed(holder), "properties": {**properties, name: schema}}
        is_strict = function.get("strict") is True
        return _with_required(new, [*_required(holder), name]) if is_strict else new

    return _changed(function if "parameters" in function else without, where, change)


def without_parameter(function: JsonObject, where: Where, name: str) -> JsonObject:
    """One parameter less."""

    def change(holder: JsonObject) -> JsonObject:
        kept = {key: item for key, item in _properties(holder).items() if key != name}
        required = [one for one in _required(holder) if one != name]
        return _with_required({**holder, "properties": kept}, required)

    return _changed(function, where, change)


def with_name(function: JsonObject, where: Where, name: str, new: str) -> JsonObject:
    """A parameter called otherwise, in its place. Nothing changes where the name is taken."""

    def change(holder: JsonObject) -> JsonObject:
        properties = _properties(holder)
        if new in properties:
            return holder
        renamed = {new if key == name else key: item for key, item in properties.items()}
        required = [new if one == name else one for one in _required(holder)]
        return _with_required({**holder, "properties": renamed}, required)

    return _changed(function, where, change)


def with_kind(function: JsonObject, where: Where, name: str, *, kind: str) -> JsonObject:
    """A parameter of another kind; its options go with it from a choice to a list of choices."""

    def change(holder: JsonObject) -> JsonObject:
        old = _properties(holder).get(name)
        if not isinstance(old, dict) or kind_of(old) == kind:
            return holder
        return _with_schema(holder, name, remade(old, begun(kind, holder)))

    return _changed(function, where, change)


def with_about(function: JsonObject, where: Where, name: str, about: str) -> JsonObject:
    """A parameter's description; an empty one is left out."""
    return _with_parameter_key(function, where, name, "description", about or None)


def with_options(
    function: JsonObject, where: Where, name: str, options: Iterable[Json]
) -> JsonObject:
    """The values that a choice, or a list of choices, allows; its type follows them."""

    def change(holder: JsonObject) -> JsonObject:
        old = _properties(holder).get(name)
        if not isinstance(old, dict):
            return holder
        if kind_of(old) == "list:choice":
            inner = old["items"] if isinstance(old["items"], dict) else {}
            return _with_schema(holder, name, {**old, "items": choice_of(inner, list(options))})
        return _with_schema(holder, name, choice_of(old, list(options)))

    return _changed(function, where, change)


def with_required(
    function: JsonObject, where: Where, name: str, *, is_required: bool
) -> JsonObject:
    """Whether a parameter must be given."""

    def change(holder: JsonObject) -> JsonObject:
        if is_required and name in _required(holder):
            return holder
        others = [one for one in _required(holder) if one != name]
        return _with_required(holder, [*others, name] if is_required else others)

    return _changed(function, where, change)


def with_place(function: JsonObject, where: Where, name: str, *, by: int) -> JsonObject:
    """A parameter that many places further down."""

    def change(holder: JsonObject) -> JsonObject:
        names = list(_properties(holder))
        at = names.index(name)
        names.insert(min(max(at + by, 0), len(names) - 1), names.pop(at))
        return {**holder, "properties": {key: _properties(holder)[key] for key in names}}

    return _changed(function, where, change)


def _changed(function: JsonObject, where: Where, change: _Change) -> JsonObject:
    """The function with the object there changed, everything around it as it was."""
    if holder_at(function, where) is None:
        return function
    parameters = function["parameters"]
    assert isinstance(parameters, dict)
    return {**function, "parameters": _inside(parameters, where, change)}


def _inside(holder: JsonObject, where: Where, change: _Change) -> JsonObject:
    if not where:
        return change(holder)
    inner = _properties(holder)[where[0]]
    assert isinstance(inner, dict)
    if kind_of(inner) == "list:object":
        items = inner["items"]
        assert isinstance(items, dict)
        new: JsonObject = {**inner, "items": _inside(items, where[1:], change)}
    else:
        new = _inside(inner, where[1:], change)
    return _with_schema(holder, where[0], new)


def _with_parameter_key(
    function: JsonObject, where: Where, name: str, key: str, value: Json
) -> JsonObject:
    def change(holder: JsonObject) -> JsonObject:
        old = _properties(holder).get(name)
        if not isinstance(old, dict):
            return holder
        return _with_schema(holder, name, with_fact(old, key, value))

    return _changed(function, where, change)


def _typed(holder: JsonObject) -> JsonObject:
    return holder if "type" in holder else {"type": "object", **holder}


def _properties(holder: JsonObject) -> JsonObject:
    properties = holder.get("properties")
    return properties if isinstance(properties, dict) else {}


def _required(holder: JsonObject) -> list[Json]:
    required = holder.get("required")
    return required if isinstance(required, list) else []


def _with_required(holder: JsonObject, names: list[Json]) -> JsonObject:
    """An empty list is left out, unless it was there: Draft 4 forbids it."""
    return with_fact(holder, "required", names if names or "required" in holder else None)


def _with_schema(holder: JsonObject, name: str, schema: JsonObject) -> JsonObject:
    return {**holder, "properties": {**_properties(holder), name: schema}}
