"""Two schemas of the same value as one: what both ask for."""

from collections.abc import Callable
from typing import Any

_SMALLER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_LARGER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_SCHEMAS = ("items", "additionalProperties", "propertyNames", "contains")


def merge(merged: dict[str, Any], schema: dict[str, Any]) -> None:
    """Adds a schema to what is merged so far; where both can't be kept, the later one stays."""
    for key, item in schema.items():
        both = _BOTH.get(key, _shallow)
        merged[key] = both(merged[key], item) if key in merged else item


def _shallow(known: Any, item: Any) -> Any:
    if isinstance(known, dict) and isinstance(item, dict):
        return {**known, **item}
    return item


def _properties(known: Any, item: Any) -> Any:
    if not isinstance(known, dict) or not isinstance(item, dict):
        return item
    shared = {name: _schema(known[name], item[name]) for name in known if name in item}
    return {**known, **item, **shared}


def _schema(known: Any, item: Any) -> Any:
    if known is False or item is False:
        return False
    if isinstance(known, dict) and isinstance(item, dict) and known != item:
        return {"allOf": [known, item]}
    return known if item is True else item


def _required(known: Any, item: Any) -> Any:
    if isinstance(known, list) and isinstance(item, list):
        return [*known, *(name for name in item if name not in known)]
    return item


def _shared(known: Any, item: Any) -> Any:
    if not isinstance(known, list) or not isinstance(item, list):
        return item
    return [each for each in known if each in item] or item


def _types(known: Any, item: Any) -> Any:
    first, second = _as_list(known), _as_list(item)
    kept = [each for each in second if each in first or (each == "integer" and "number" in first)]
    kept += [each for each in first if each == "integer" and "number" in second]
    kept = list(dict.fromkeys(map(str, kept)))
    return kept[0] if len(kept) == 1 else kept or item


def _as_list(kinds: Any) -> list[Any]:
    return kinds if isinstance(kinds, list) else [kinds]


def _limit(choose: Callable[..., Any]) -> Callable[[Any, Any], Any]:
    def both(known: Any, item: Any) -> Any:
        return choose(known, item) if _is_number(known) and _is_number(item) else item

    return both


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _alternatives(known: Any, item: Any) -> Any:
    """One of the former, then one of the latter."""
    if not isinstance(known, list) or not isinstance(item, list) or known == item:
        return item
    return [{"allOf": [each, {"anyOf": item}]} for each in known]


_BOTH: dict[str, Callable[[Any, Any], Any]] = {
    "properties": _properties,
    "required": _required,
    "enum": _shared,
    "type": _types,
    "anyOf": _alternatives,
    "oneOf": _alternatives,
    **dict.fromkeys(_SCHEMAS, _schema),
    **{key: _limit(min) for key in _SMALLER},
    **{key: _limit(max) for key in _LARGER},
}
