"""The form of answer that a request may ask for."""

from switchboard.offline.checking.kinds import (
    expect_choice,
    expect_object,
    expect_string,
    require,
)
from switchboard.offline.checking.schemas import check_format_schema
from switchboard.offline.checking.tools import check_name
from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject


def check_format(body: JsonObject) -> None:
    """Refuses an unknown form, a nameless schema, and JSON that no message speaks of."""
    asked = body.get("response_format")
    if asked is None:
        return
    form = expect_object(asked, "response_format")
    path = "response_format.type"
    kind = expect_choice(require(form, "type", path), path, "text", "json_object", "json_schema")
    if kind == "json_object":
        _refuse_unspoken(body.get("messages"))
    if kind == "json_schema":
        _check_schema(form)


def _check_schema(form: JsonObject) -> None:
    path = "response_format.json_schema"
    wrapped = expect_object(require(form, "json_schema", path), path)
    name = expect_string(require(wrapped, "name", f"{path}.name"), f"{path}.name")
    check_name(name, f"{path}.name")
    schema = expect_object(require(wrapped, "schema", f"{path}.schema"), f"{path}.schema")
    check_format_schema(schema, name, strict=wrapped.get("strict") is True)


def _refuse_unspoken(messages: Json) -> None:
    if "json" not in str(messages).lower():
        raise Refusal(
            "'messages' must contain the word 'json' in some form, to use 'response_format' of "
            "type 'json_object'.",
            param="messages",
        )
