"""A value that fits a schema, for tools that declare what they give."""

from typing import Any

from switchboard.tools import value_problems
from switchboard.wire import Json, JsonObject

_DEEPEST = 8
_FORMATS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T09:30:00Z",
    "time": "09:30:00Z",
    "duration": "PT1H",
    "email": "ana@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "uuid": "7c9e6679-7425-40de-944b-e07fc1f90ae7",
}


def sample(schema: JsonObject) -> Json:
    """A value of the schema, with all of its properties where that is valid, else the required."""
    full = _Sampler(schema, is_full=True).value(schema)
    if not value_problems(full, schema):
        return full
    lean = _Sampler(schema, is_full=False).value(schema)
    return full if value_problems(lean, schema) else lean


class _Sampler:
    """Writes values of one schema, following its own references."""

    def __init__(self, root: JsonObject, *, is_full: bool) -> None:
        self._root = root
        self._is_full = is_full

    def value(self, schema: Any, name: str = "", depth: int = 0) -> Json:
        schema = self._flat(schema)
        for keyword in ("const", "default"):
            if keyword in schema:
                return schema[keyword]  # type: ignore[no-any-return]
        for keyword in ("enum", "examples"):
            if isinstance(schema.get(keyword), list) and schema[keyword]:
                return schema[keyword][0]  # type: ignore[no-any-return]
        for keyword in ("anyOf", "oneOf"):
            if isinstance(schema.get(keyword), list) and schema[keyword]:
                return self._branch(schema, keyword, name=name, depth=depth)
        return self._of_type(schema, name, depth)

    def _branch(self, schema: Any, keyword: str, *, name: str, depth: int) -> Json:
        rest = {key: item for key, item in schema.items() if key != keyword}
        options = [self._flat({"allOf": [rest, each]}) for each in schema[keyword]]
        telling = [each for each in options if each.get("type") != "null"]
        return self.value((telling or options)[0], name, depth)

    def _flat(self, schema: Any) -> Any:
        """References followed and ``allOf`` merged, as far as a sample needs it."""
        for _ in range(_DEEPEST):
            if not isinstance(schema, dict):
                return {}
            if isinstance(schema.get("$ref"), str):
                rest = {key: item for key, item in schema.items() if key != "$ref"}
                schema = _merged([self._target(schema["$ref"]), rest])
            elif isinstance(schema.get("allOf"), list):
                rest = {key: item for key, item in schema.items() if key != "allOf"}
                schema = _merged([*(self._flat(each) for each in schema["allOf"]), rest])
            else:
                return schema
        return {}

    def _target(self, address: str) -> Any:
        found: Any = self._root
        for step in address.removeprefix("#").strip("/").split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            found = found.get(step, {}) if isinstance(found, dict) and step else found
        return found if isinstance(found, dict) else {}

    def _of_type(self, schema: Any, name: str, depth: int) -> Json:
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        kind = next((each for each in _listed(kinds) if each != "null"), "null")
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, name, depth)
        plain: dict[str, Json] = {"boolean": True, "null": None}
        if kind in plain:
            return plain[kind]
        return _number(schema, kind) if kind in ("integer", "number") else _text(schema, name)

    def _object(self, schema: Any, depth: int) -> JsonObject:
        properties = schema.get("properties", {})
        required = schema.get("required", [])
        is_full = self._is_full and depth < _DEEPEST
        names = [*properties, *(name for name in required if name not in properties)]
        return {
            name: self.value(properties.get(name, {}), name, depth + 1)
            for name in names
            if name in required or is_full
        }

    def _array(self, schema: Any, name: str, depth: int) -> list[Json]:
        first = [self.value(each, name, depth + 1) for each in schema.get("prefixItems", [])]
        least = schema.get("minItems", 0)
        wanted = max(least, 1 if self._is_full and depth < _DEEPEST else 0)
        wanted = min(wanted, schema.get("maxItems", wanted), 100)
        item = schema.get("items", {})
        more = wanted - len(first) if item is not False else 0
        return [*first, *(self.value(item, name, depth + 1) for _ in range(more))]


def _merged(schemas: list[Any]) -> Any:
    merged: dict[str, Any] = {}
    for schema in schemas:
        for key, item in schema.items():
            known = merged.get(key)
            if isinstance(known, dict) and isinstance(item, dict):
                merged[key] = {**known, **item}
            elif key == "required" and isinstance(known, list) and isinstance(item, list):
                merged[key] = [*known, *item]
            else:
                merged[key] = item
    return merged


def _listed(kinds: Any) -> list[Any]:
    return kinds if isinstance(kinds, list) else [kinds]


def _number(schema: Any, kind: str) -> Json:
    """The first allowed at or above the least, or below the most."""
    step = schema.get("multipleOf", 1)
    least, above = schema.get("minimum"), schema.get("exclusiveMinimum")
    most, below = schema.get("maximum"), schema.get("exclusiveMaximum")
    if above is not None and above is not True and above is not False:
        value = (above // step + 1) * step
        is_between = below is not None and value >= below and kind == "number"
        return (above + below) / 2 if is_between else value  # type: ignore[no-any-return]
    if least is not None:
        return -(-least // step) * step  # type: ignore[no-any-return]
    upper = most if below is None else below - 1
    return 1 * step if upper is None or upper >= step else (upper // step) * step  # type: ignore[no-any-return]


def _text(schema: Any, name: str) -> str:
    text = _FORMATS.get(str(schema.get("format")), name or "text")
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    text = text.ljust(min(least, 1_000), "x") if len(text) < least else text
    return text if most is None else text[:most]
