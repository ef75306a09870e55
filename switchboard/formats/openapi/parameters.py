"""The parameters of an operation as arguments. OpenAPI 3.1 and Swagger 2.0, "Parameter Object"."""

import re
from collections.abc import Iterator

from switchboard.formats.openapi.arguments import Argument
from switchboard.formats.openapi.pointers import followed
from switchboard.formats.openapi.shapes import list_in, object_in, text_in
from switchboard.problems import Problem
from switchboard.tools.quoting import code
from switchboard.wire import Json, JsonObject

_IN = ("path", "query", "header", "cookie")
_EXAMPLES = ("example", "examples")
_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")

# "If in is "header" and the name field is "Accept", "Content-Type" or "Authorization", the
# parameter definition SHALL be ignored": the request's own business, and the key's.
_IGNORED_HEADERS = frozenset(("accept", "content-type", "authorization"))

# What of a parameter of Swagger 2.0 says how it is sent and not what it may be.
_NOT_SCHEMA = frozenset(
    ("allowEmptyValue", "collectionFormat", "description", "in", "name", "required")
)
_COLLECTION_FORMATS: dict[str, JsonObject] = {
    "csv": {"explode": False},
    "multi": {"style": "form", "explode": True},
    "pipes": {"style": "pipeDelimited", "explode": False},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "tsv": {"style": "tabDelimited", "explode": False},
}


def parameters_of(
    document: JsonObject, item: JsonObject, operation: JsonObject
) -> tuple[list[JsonObject], list[Problem]]:
    """The operation's parameters and those of its path that it does not repeat, references
    followed; in the order path item, operation."""
    found: dict[tuple[str, str], JsonObject] = {}
    problems: list[Problem] = []
    for listed in (item.get("parameters"), operation.get("parameters")):
        for each in list_in(listed):
            parameter, faults = followed(document, each)
            problems += faults
            if parameter:
                found[text_in(parameter.get("in")), str(parameter.get("name"))] = parameter
    return [*found.values()], problems


def parameter_arguments(parameters: list[JsonObject], path: str) -> Iterator[Argument]:
    """The arguments of the request's line and head; the path's first, none of its places left
    out."""
    ranked = [each for each in parameters if _is_asked_for(each)]
    ranked.sort(key=lambda each: _IN.index(text_in(each["in"])))
    declared = {each["name"] for each in ranked if each["in"] == "path"}
    for name in dict.fromkeys(_PLACEHOLDER.findall(path)):
        if name not in declared:
            yield Argument(name, {"type": "string"}, {"in": "path", "name": name}, True)
    for each in ranked:
        yield _argument(each)


def ignored_headers(parameters: list[JsonObject]) -> list[str]:
    """The names of the header parameters that are no arguments."""
    return [str(each["name"]) for each in parameters if _is_ignored(each)]


def parameter_problems(parameters: list[JsonObject]) -> Iterator[Problem]:
    """What is declared and cannot be understood."""
    for each in parameters:
        if not isinstance(each.get("name"), str):
            yield Problem("A parameter has no name, so it was left out.")
        elif text_in(each.get("in")) not in (*_IN, "body", "formData"):
            yield Problem(f"Where the parameter {code(str(each['name']))} goes is not said.")


def parameter_schema(parameter: JsonObject) -> Json:
    """What values it may have. In Swagger 2.0 the parameter is its own schema."""
    if "schema" in parameter:
        return parameter["schema"]
    if content := object_in(parameter.get("content")):
        return object_in(next(iter(content.values()))).get("schema", {})
    schema = {key: value for key, value in parameter.items() if key not in _NOT_SCHEMA}
    for key in ("style", "explode", "allowReserved", "examples", "content"):
        schema.pop(key, None)
    return schema


def _argument(parameter: JsonObject) -> Argument:
    name, where = str(parameter["name"]), text_in(parameter["in"])
    return Argument(
        wanted=name,
        schema=_with_annotations(parameter),
        place={"in": where, "name": name, **_style(parameter)},
        is_required=where == "path" or parameter.get("required") is True,
        description=text_in(parameter.get("description")),
    )


def _with_annotations(parameter: JsonObject) -> Json:
    """The schema with what is said of the parameter beside it."""
    schema = parameter_schema(parameter)
    said: JsonObject = {key: parameter[key] for key in _EXAMPLES if key in parameter}
    if parameter.get("deprecated") is True:
        said["deprecated"] = True
    if not said or not isinstance(schema, dict):
        return schema
    return {"allOf": [schema], **said} if "$ref" in schema else schema | said


def _style(parameter: JsonObject) -> JsonObject:
    """How the value is written, where the document says so."""
    said = text_in(parameter.get("collectionFormat"))
    if not said and "schema" not in parameter and parameter.get("type") == "array":
        said = "csv"  # Swagger 2.0's default; 3.x would repeat a query's name.
    style = dict(_COLLECTION_FORMATS.get(said, {}))
    for key, kind in (("style", str), ("explode", bool), ("allowReserved", bool)):
        if isinstance(parameter.get(key), kind):
            style[key] = parameter[key]
    if content := object_in(parameter.get("content")):
        style["content"] = next(iter(content))
    return style


def _is_asked_for(parameter: JsonObject) -> bool:
    is_known = isinstance(parameter.get("name"), str) and text_in(parameter.get("in")) in _IN
    return is_known and not _is_ignored(parameter)


def _is_ignored(parameter: JsonObject) -> bool:
    name = parameter.get("name")
    is_header = parameter.get("in") == "header" and isinstance(name, str)
    return is_header and str(name).lower() in _IGNORED_HEADERS
