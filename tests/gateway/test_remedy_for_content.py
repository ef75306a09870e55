"""Content that is refused beside calls is said in another way."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import CALLING, RESULT, USER, openai, remedy, request


@pytest.mark.parametrize(
    ("content", "says", "field", "becomes"),
    [
        # lmstudio-ai/lmstudio-bug-tracker#261
        (
            {"content": None},
            "Invalid 'content': 'content' objects must have a 'type' field, or be a string: null",
            "content_beside_calls=empty",
            {"content": ""},
        ),
        # pydantic/pydantic-ai#2641
        (
            {"content": ""},
            "The content field in the Message object is empty. Add a ContentBlock and try again.",
            "content_beside_calls=absent",
            {},
        ),
        # jekalmin/extended_openai_conversation#456
        ({}, "'content' is a required property", "content_beside_calls=null", {"content": None}),
    ],
)
def test_content_beside_calls_is_said_in_another_way(content, says, field, becomes):
    calls = CALLING["tool_calls"]
    asked = request(USER, {"role": "assistant", **content, "tool_calls": calls}, RESULT)

    found = remedy(openai(says), asked)

    assert found.field == field
    changed = {"role": "assistant", **becomes, "tool_calls": calls}
    assert apply_remedy(asked, found) == request(USER, changed, RESULT)


@pytest.mark.parametrize(
    "body",
    [
        openai("Invalid content: content filter blocked the text, empty response is not allowed."),
        openai("The response was filtered: null", param="content", code="content_filter"),
        openai("The prompt violates the content policy. A string was found that is not allowed."),
        openai("The content is too long. Some tools are required to have a shorter name."),
    ],
    ids=["filter", "filtered by code", "policy", "another fault"],
)
def test_a_refusal_of_what_is_said_is_no_refusal_of_the_form_of_content(body):
    assert remedy(body, request(USER, CALLING, RESULT)) is None


@pytest.mark.parametrize(
    "body",
    [
        openai(
            "Invalid type for 'messages[1].content': expected one of a string or array of objects,"
            " but got null instead.",
            param="messages[1].content",
        ),
        openai("Expected a string, got null.", param="messages.[1].content"),
        openai("messages: text content blocks must be non-empty"),
        openai("all messages must have non-empty content except for the final one"),
        openai("Missing required field: content"),
    ],
    ids=["OpenAI", "by its parameter", "blocks", "all messages", "missing"],
)
def test_a_refusal_of_null_content_is_known_by_its_words_or_its_parameter(body):
    found = remedy(body, request(USER, CALLING, RESULT))

    assert found is not None
    assert found.field == "content_beside_calls=empty"
