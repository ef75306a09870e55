"""One operation as a canonical tool, with what is needed to rebuild its request in the margin."""

from switchboard.formats.canonical import entry
from switchboard.formats.openapi.arguments import Argument, named
from switchboard.formats.openapi.bodies import Body, body_arguments, body_of
from switchboard.formats.openapi.listing import Operation
from switchboard.formats.openapi.parameters import (
    ignored_headers,
    parameter_arguments,
    parameter_problems,
    parameters_of,
)
from switchboard.formats.openapi.schemas import Schemas
from switchboard.formats.openapi.servers import server_of
from switchboard.formats.openapi.shapes import object_in, text_in
from switchboard.formats.unfolding import Translated, Unfolder
from switchboard.wire import Json, JsonObject


class Importer:
    """Makes tools of the operations of one document."""

    def __init__(self, document: JsonObject, schemas: Schemas) -> None:
        self._document = document
        self._schemas = schemas
        self.unfolder = Unfolder(schemas)
        self.ignored: dict[str, None] = {}
        """Headers that are declared and are no arguments, in the order they were met."""

        self._source = text_in(object_in(document.get("info")).get("title")) or "OpenAPI"

    def tool(self, operation: Operation) -> JsonObject:
        """The operation as a tool; what went wrong is told to the schemas."""
        parameters, faults = parameters_of(self._document, operation.item, operation.value)
        body, more = body_of(self._document, operation.value, parameters)
        self._schemas.told([*faults, *more, *parameter_problems(parameters)])
        self.ignored |= dict.fromkeys(ignored_headers(parameters))
        arguments = [*parameter_arguments(parameters, operation.path)]
        is_closed = False
        if body:
            within, is_closed = body_arguments(self._document, body)
            arguments += within
        by_name = named(arguments)
        function: JsonObject = {"name": operation.name}
        if description := _description(operation):
            function["description"] = description
        function["parameters"] = self._parameters(by_name, is_closed=is_closed)
        return entry(function, self._margin(operation, by_name, body))

    def _parameters(self, arguments: dict[str, Argument], *, is_closed: bool) -> JsonObject:
        properties: JsonObject = {}
        uses: list[str] = []
        for name, argument in arguments.items():
            translated = self._schemas.translated(argument.schema)
            properties[name] = _described(translated.schema, argument.description)
            uses += translated.uses
        schema: JsonObject = {"type": "object", "properties": properties}
        if required := [name for name, each in arguments.items() if self._is_required(each)]:
            schema["required"] = [*required]
        if is_closed:
            schema["additionalProperties"] = False
        return self.unfolder.unfolded(Translated(schema, tuple(uses)))

    def _is_required(self, argument: Argument) -> bool:
        is_body = argument.place["in"] == "body"
        is_only_read = is_body and self._schemas.is_read_only(argument.schema)
        return argument.is_required and not is_only_read

    def _margin(
        self, operation: Operation, arguments: dict[str, Argument], body: Body | None
    ) -> JsonObject:
        http: JsonObject = {
            "method": operation.method,
            "path": operation.path,
            "server": server_of(self._document, operation.item, operation.value),
            "arguments": {name: each.place for name, each in arguments.items()},
        }
        if body:
            http["body"] = _body_note(body)
        return {"http": http, "source": f"{self._source}: {operation.method} {operation.path}"}


def _body_note(body: Body) -> JsonObject:
    also: JsonObject = {"also": [*body.also]} if body.also else {}
    return {"type": body.media} | also


def _description(operation: Operation) -> str:
    """The summary and the description, when it says more."""
    summary = text_in(operation.value.get("summary")) or text_in(operation.item.get("summary"))
    longer = text_in(operation.value.get("description"))
    both = [longer] if longer.startswith(summary.rstrip(".")) else [summary, longer]
    said = "\n\n".join(filter(None, both))
    return f"Deprecated. {said}".strip() if operation.is_deprecated else said


def _described(schema: Json, description: str) -> Json:
    if not description:
        return schema
    if schema is True or schema is False:
        return schema
    return object_in(schema) | {"description": description}
