"""A tool's parameters, as far as the service itself looks at them before it answers."""

from collections.abc import Iterator

from switchboard.offline.checking.kinds import expect_object
from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject

_TYPES = ("string", "number", "integer", "boolean", "object", "array", "null")
_MAPS = ("properties", "$defs", "definitions", "patternProperties")
_LISTS = ("anyOf", "oneOf", "allOf", "prefixItems")
_SINGLES = ("items", "additionalProperties", "not")


def check_parameters(function: JsonObject, path: str) -> None:
    """Refuses parameters that are no object's schema, and strict ones that are not strict."""
    if function.get("parameters") is None:
        return
    schema = expect_object(function["parameters"], f"{path}.parameters")
    fault = _root_fault(schema) or next(_faults(schema, (), function.get("strict") is True), None)
    if fault:
        raise Refusal(
            f"Invalid schema for function '{function['name']}': {fault}",
            param=f"{path}.parameters",
            code="invalid_function_parameters",
        )


def check_format_schema(schema: JsonObject, name: str, *, strict: bool) -> None:
    """The same for the schema of a ``response_format``."""
    fault = next(_faults(schema, (), strict), None)
    if fault:
        raise Refusal(
            f"Invalid schema for response_format '{name}': {fault}",
            param="response_format",
            code=None,
        )


def _root_fault(schema: JsonObject) -> str | None:
    kind = schema.get("type", "object")
    if kind == "object":
        return None
    return f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{kind}\"'."


def _faults(schema: Json, context: tuple[str, ...], strict: bool) -> Iterator[str]:
    """Every fault, outermost first. Walks by hand: the metaschema costs milliseconds a tool."""
    if not isinstance(schema, dict):
        return
    where = f"In context={context!r}, "
    yield from (where + fault for fault in _shape_faults(schema))
    if strict:
        yield from (where + fault for fault in _strict_faults(schema))
    for step, inner in _inner_schemas(schema):
        yield from _faults(inner, (*context, *step), strict)


def _shape_faults(schema: JsonObject) -> Iterator[str]:
    kinds = schema.get("type", [])
    for kind in kinds if isinstance(kinds, list) else [kinds]:
        if kind not in _TYPES:
            yield f"{kind!r} is not valid under any of the given schemas."
    for key in ("required", "enum", *_LISTS):
        if key in schema and not isinstance(schema[key], list):
            yield f"{schema[key]!r} is not of type 'array'."
    for key in _MAPS:
        if key in schema and not isinstance(schema[key], dict):
            yield f"{schema[key]!r} is not of type 'object'."


def _strict_faults(schema: JsonObject) -> Iterator[str]:
    if schema.get("type") != "object" and "properties" not in schema:
        return
    if schema.get("additionalProperties") is not False:
        yield "'additionalProperties' is required to be supplied and to be false."
    properties = schema.get("properties")
    required = schema.get("required")
    named = required if isinstance(required, list) else []
    for key in properties if isinstance(properties, dict) else ():
        if key not in named:
            yield (
                "'required' is required to be supplied and to be an array including every key "
                f"in properties. Missing '{key}'."
            )


def _inner_schemas(schema: JsonObject) -> Iterator[tuple[tuple[str, ...], Json]]:
    for key in _MAPS:
        held = schema.get(key)
        if isinstance(held, dict):
            yield from (((key, name), inner) for name, inner in held.items())
    for key in _LISTS:
        listed = schema.get(key)
        if isinstance(listed, list):
            yield from (((key, str(index)), inner) for index, inner in enumerate(listed))
    for key in _SINGLES:
        if key in schema:
            yield (key,), schema[key]
