"""A refused token limit goes by its other name, and an effort beside tools is said to be none."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import TOOL, openai, remedy, request


# openhab/openhab-addons#21459; devnullvoid/dms-ai-assistant#12
@pytest.mark.parametrize(
    ("refused", "taken"),
    [("max_tokens", "max_completion_tokens"), ("max_completion_tokens", "max_tokens")],
)
def test_a_token_limit_is_sent_under_its_other_name(refused, taken):
    body = openai(
        f"Unsupported parameter: '{refused}' is not supported with this model. Use '{taken}'"
        " instead.",
        param=refused,
        code="unsupported_parameter",
    )
    asked = request(**{refused: 50})

    found = remedy(body, asked)

    assert (found.field, found.label) == (refused, f"Send again with {taken}")
    assert apply_remedy(asked, found) == request(**{taken: 50})


# pipecat-ai/pipecat#4043; GoogleChromeLabs/webmcp-tools#417
@pytest.mark.parametrize(
    ("model", "advice"),
    [
        ("gpt-5.4", "Please use /v1/responses instead."),
        ("gpt-5.6", "To use function tools, use /v1/responses or set reasoning_effort to 'none'."),
    ],
)
@pytest.mark.parametrize("effort", [{}, {"reasoning_effort": "low"}])
def test_tools_beside_an_effort_are_sent_again_with_effort_none(model, advice, effort):
    body = openai(
        f"Function tools with reasoning_effort are not supported for {model} in"
        f" /v1/chat/completions. {advice}",
        param="reasoning_effort",
    )
    asked = request(model=model, tools=[TOOL], **effort)

    found = remedy(body, asked)

    assert found.label == "Send again with reasoning_effort none"
    assert apply_remedy(asked, found)["reasoning_effort"] == "none"


# bolna-ai/bolna#1019
def test_a_model_that_must_reason_is_asked_again_without_tools():
    body = openai(
        "Function tools with reasoning_effort are not supported for gpt-6-astra in"
        " /v1/chat/completions. Please use /v1/responses instead.",
        param="reasoning_effort",
    )

    found = remedy(body, request(model="gpt-6-astra", tools=[TOOL]))

    assert found.label == "Send again without tools"
