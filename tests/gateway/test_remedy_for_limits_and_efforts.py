"""A refused token limit goes by its other name, an effort beside tools is said to be none, and
sampling settings stay out where they are refused beside an effort."""

import pytest

from switchboard.gateway.remedies import apply_remedy
from tests.gateway.refusals_by_name import TOOL, openai, profile_after, remedy, request


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


# The words of OpenAI's guide to gpt-5.2, of litellm 1.106, and of other gateways in front of it.
BESIDE_AN_EFFORT = [
    "Unsupported parameter: 'temperature' is not supported with reasoning effort 'high'.",
    "temperature is only supported when reasoning_effort is none",
    "The following parameters are only supported when using GPT-5.2 with reasoning effort set to"
    " none: temperature, top_p, logprobs",
    "For gpt-5.1, temperature is supported when reasoning_effort='none'",
]


@pytest.mark.parametrize("says", BESIDE_AN_EFFORT)
@pytest.mark.parametrize(
    ("effort", "rule"), [({"reasoning_effort": "high"}, "absent"), ({}, "none")]
)
def test_sampling_settings_refused_beside_an_effort_stay_out_beside_it_only(says, effort, rule):
    asked = request(temperature=0.2, top_p=0.5, logprobs=True, top_logprobs=2, seed=7, **effort)

    found = remedy(openai(says, param="temperature", code="unsupported_parameter"), asked)

    assert found.label == "Send again without sampling settings"
    assert apply_remedy(asked, found) == request(seed=7, **effort)
    assert profile_after(found).sampling_beside_effort == rule
    assert profile_after(found).refused == {}


NOT_OF_AN_EFFORT = [
    "Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1)"
    " value is supported.",
    "Unsupported parameter: 'temperature' is not supported with this model. Use reasoning_effort.",
    "Unsupported parameter: 'temperature' is not supported with this model, use reasoning_effort",
]


@pytest.mark.parametrize("says", NOT_OF_AN_EFFORT)
def test_sampling_settings_refused_by_the_model_are_never_sent_whatever_the_effort(says):
    asked = request(temperature=0.2, reasoning_effort="high")

    found = remedy(openai(says, param="temperature"), asked)

    assert found.field == "temperature"
    assert set(profile_after(found).refused) == {"temperature"}


def test_beside_the_effort_none_the_setting_itself_is_what_was_refused():
    asked = request(temperature=0.2, reasoning_effort="none")

    found = remedy(openai(BESIDE_AN_EFFORT[0], param="temperature"), asked)

    assert found.field == "temperature"
