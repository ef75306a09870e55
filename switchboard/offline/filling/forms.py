"""JSON as an answer: the object that a ``response_format`` asks for."""

import json
from datetime import date

from switchboard.offline.asking import Tool, ToolResult
from switchboard.offline.filling import Scene, fill_arguments
from switchboard.offline.schema.checker import Checker
from switchboard.offline.schema.valid import NoValueError, make_valid
from switchboard.offline.thread import parse_json
from switchboard.wire import Json, JsonObject


def fill_form(
    schema: JsonObject | None, question: str, results: list[ToolResult], today: date
) -> str:
    """The JSON text of an answer, filled from the question or from what tools returned."""
    return json.dumps(_form(schema, question, results, today), ensure_ascii=False)


def _form(schema: JsonObject | None, question: str, results: list[ToolResult], today: date) -> Json:
    if schema is None:
        returned = {result.name: parse_json(result.content) for result in results}
        return {"question": question, **({"results": returned} if returned else {}), **_NOTE}
    text = " ".join([question, *(result.content for result in results)])
    if schema.get("type", "object") == "object":
        return fill_arguments(Tool("answer", "", schema), text, Scene(text, today))[0]
    try:
        return make_valid(Checker(schema, today), schema)
    except NoValueError:
        return {}


_NOTE: JsonObject = {"note": "Switchboard's offline gateway wrote this; it is no language model."}
