"""Refused roles, and roles in a refused order."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import USER, openai, remedy, request

ROLES = {
    # can1357/oh-my-pi#843 and the others of E12
    "a list of roles": openai(
        "'developer' is not one of ['system', 'assistant', 'user', 'tool', 'function'] -"
        " 'messages.0.role'"
    ),
    "an unknown variant": openai(
        "Failed to deserialize the JSON body into the target type: messages[0].role: unknown"
        " variant `developer`, expected one of `system`, `user`, `assistant`, `tool`"
    ),
    "Zhipu": {"error": {"code": "1214", "message": "Incorrect role information"}},
    "pydantic": {
        "detail": [
            {
                "loc": ["body", "messages", 0, "role"],
                "msg": "Input should be 'system', 'user', 'assistant' or 'tool'",
            }
        ]
    },
    "in few words": openai("Unexpected message role."),
    # lobehub/lobehub#5704
    "OpenAI": openai(
        "Unsupported value: 'messages[0].role' does not support 'developer' with this model.",
        param="messages[0].role",
        code="unsupported_value",
    ),
}


@pytest.mark.parametrize("body", ROLES.values(), ids=ROLES)
def test_a_refused_developer_becomes_a_system_message(body):
    asked = request({"role": "developer", "content": "Be brief."}, USER)

    found = remedy(body, asked, 422)

    assert (found.field, found.label) == ("system_role=system", "Send again with the role system")
    assert apply_remedy(asked, found) == request({"role": "system", "content": "Be brief."}, USER)


# agno-agi/agno#1621
def test_a_refused_system_message_becomes_a_developers():
    body = openai(
        "Unsupported value: 'messages[0].role' does not support 'system' with this model.",
        param="messages[0].role",
        code="unsupported_value",
    )
    asked = request({"role": "system", "content": "Be brief."}, USER)

    assert remedy(body, asked).field == "system_role=developer"


@pytest.mark.parametrize("status", [400, 500])
def test_roles_that_must_alternate_are_merged(status):
    # microsoft/autogen#1037; ggml-org/llama.cpp#19851 answers with 500
    body = openai("Conversation roles must alternate user/assistant/user/assistant/...")

    found = remedy(body, request(USER, USER), status)

    assert found.field == "role_order=alternating"
    assert apply_remedy(request(USER, USER), found) == request(
        {"role": "user", "content": "Hi\n\nHi"}
    )


def test_roles_that_alternate_already_cannot_be_mended():
    body = openai("Conversation roles must alternate user/assistant/user/assistant/...")

    assert remedy(body, request(USER)) is None
