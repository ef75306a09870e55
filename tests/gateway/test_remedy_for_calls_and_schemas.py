"""What goes with calls: reasoning that is missed, ids that do not fit, schemas that are refused."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import CALLING, RESULT, USER, openai, remedy, request


@pytest.mark.parametrize(
    "says",
    [
        # continuedev/continue#9720
        "Missing `reasoning_content` field in the assistant message at message index 1",
        "The reasoning_content in the thinking mode must be passed back to the API.",
        "thinking is enabled but reasoning_content is missing in assistant tool call message",
    ],
)
def test_missing_reasoning_is_sent_as_the_least_that_is_taken(says):
    asked = request(USER, CALLING, RESULT)

    found = remedy(openai(says), asked)

    assert found.label == "Send again with reasoning_content"
    assert apply_remedy(asked, found)["messages"][1] == CALLING | {"reasoning_content": " "}


# nearai/ironclaw#1241
def test_ids_that_do_not_fit_are_made_to_fit():
    body = openai(
        "Tool call id was call_1 but must be a-z, A-Z, 0-9, with a length of 9.",
        type="invalid_function_call",
        code="3280",
    )
    asked = request(USER, CALLING, RESULT)

    found = remedy(body, asked)

    changed = apply_remedy(asked, found)["messages"]
    assert found.field == "call_ids=nine"
    assert len(changed[2]["tool_call_id"]) == 9
    assert changed[1]["tool_calls"][0]["id"] == changed[2]["tool_call_id"]


# tashfeenahmed/freellmapi#97; genspark-ai/genoffice#186
@pytest.mark.parametrize(
    "says",
    [
        "Unknown name \"additionalProperties\" at 'tools[0].function_declarations[0].parameters':"
        " Cannot find field.",
        "Proto field is not repeating, cannot start list.",
    ],
)
def test_schemas_that_gemini_refuses_are_brought_down(says):
    parameters = {
        "type": "object",
        "properties": {"a": {"type": ["string", "null"]}},
        "additionalProperties": False,
    }
    asked = request(
        tools=[{"type": "function", "function": {"name": "f", "parameters": parameters}}]
    )

    found = remedy([{"error": {"code": 400, "message": says}}], asked)

    assert found.field == "schema_dialect=gemini"
    assert apply_remedy(asked, found)["tools"][0]["function"]["parameters"] == {
        "type": "object",
        "properties": {"a": {"type": "string", "nullable": True}},
    }
