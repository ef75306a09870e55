"""The conversation's own grammar: roles, content, calls and their results."""

from switchboard.offline.checking.content import check_content
from switchboard.offline.checking.fields import check_length
from switchboard.offline.checking.kinds import (
    expect,
    expect_array,
    expect_choice,
    expect_object,
    expect_string,
    require,
)
from switchboard.offline.models import Model
from switchboard.offline.refusals import Refusal
from switchboard.wire import Json, JsonObject

_ROLES = ("system", "assistant", "user", "function", "tool", "developer")


def check_messages(messages: list[Json], model: Model) -> None:
    """Refuses an empty conversation, a malformed message, calls and results that don't pair."""
    check_length(messages, "messages", least=1, most=2048)
    for index, message in enumerate(messages):
        _check_message(expect_object(message, f"messages[{index}]"), index, model)
    check_pairs([message for message in messages if isinstance(message, dict)])


def _check_message(message: JsonObject, index: int, model: Model) -> None:
    path = f"messages[{index}]"
    role = expect_choice(require(message, "role", f"{path}.role"), f"{path}.role", *_ROLES)
    if role == "assistant":
        _check_assistant(message, path, model)
        return
    content = require(message, "content", f"{path}.content")
    check_content(content, index, role, model)
    if role == "tool":
        path = f"{path}.tool_call_id"
        expect_string(require(message, "tool_call_id", path), path)


def _check_assistant(message: JsonObject, path: str, model: Model) -> None:
    calls = message.get("tool_calls")
    if calls is not None:
        _check_calls(expect_array(calls, f"{path}.tool_calls"), f"{path}.tool_calls")
    content = message.get("content")
    if content is not None:
        check_content(content, int(path[9:-1]), "assistant", model)
    elif not calls and message.get("refusal") is None and message.get("function_call") is None:
        raise Refusal(
            "Invalid value for 'content': expected a string, got null.", param=f"{path}.content"
        )


def _check_calls(calls: list[Json], path: str) -> None:
    check_length(calls, path, least=1, most=128)
    for index, call in enumerate(calls):
        _check_call(expect_object(call, f"{path}[{index}]"), f"{path}[{index}]")


def _check_call(call: JsonObject, path: str) -> None:
    expect_string(require(call, "id", f"{path}.id"), f"{path}.id")
    expect_choice(require(call, "type", f"{path}.type"), f"{path}.type", "function")
    function = expect_object(require(call, "function", f"{path}.function"), f"{path}.function")
    for key in ("name", "arguments"):
        expect(require(function, key, f"{path}.function.{key}"), f"{path}.function.{key}", "string")


def check_pairs(messages: list[JsonObject]) -> None:
    """Refuses a call without its result and a result without its call."""
    waiting: list[str] = []
    owner = 0
    for index, message in enumerate(messages):
        if message["role"] == "tool":
            _take_result(waiting, str(message["tool_call_id"]), index)
            continue
        _refuse_dangling(waiting, owner)
        waiting, owner = _call_ids(message), index
    _refuse_dangling(waiting, owner)


def _take_result(waiting: list[str], call_id: str, index: int) -> None:
    if call_id in waiting:
        waiting.remove(call_id)
        return
    raise Refusal(
        # The spelling is the service's.
        "Invalid parameter: messages with role 'tool' must be a response to a preceeding message "
        "with 'tool_calls'.",
        param=f"messages.[{index}].role",
    )


def _refuse_dangling(waiting: list[str], owner: int) -> None:
    if waiting:
        raise Refusal(
            "An assistant message with 'tool_calls' must be followed by tool messages responding "
            "to each 'tool_call_id'. The following tool_call_ids did not have response messages: "
            + ", ".join(waiting),
            param=f"messages.[{owner + 1}].role",
        )


def _call_ids(message: JsonObject) -> list[str]:
    calls = message.get("tool_calls")
    if not isinstance(calls, list):
        return []
    return [str(call["id"]) for call in calls if isinstance(call, dict)]
