"""What no change would mend is offered none."""

import pytest

from switchboard.gateway.remedies import remedy_for
from switchboard.runs import Fault
from tests.gateway.refusals_by_name import FULL, openai, remedy

NO_REMEDY = {
    # vishalmysore/Tools4AI#16
    "too many tools": openai(
        "Invalid 'tools': array too long. Expected an array with maximum length 128, but got an"
        " array with length 325 instead.",
        param="tools",
        code="array_above_max_length",
    ),
    # brekkylab/ailoy#109
    "a bad name": openai(
        "Invalid 'tools[0].function.name': string does not match pattern. Expected a string that"
        " matches the pattern '^[a-zA-Z0-9_-]+$'.",
        param="tools[0].function.name",
        code="invalid_value",
    ),
    # getsentry/sentry-mcp#106
    "a long description": openai(
        "Invalid 'tools[13].function.description': string too long. Expected a string with maximum"
        " length 1024, but got a string with length 1103 instead.",
        param="tools[13].function.description",
        code="string_above_max_length",
    ),
    # xemantic/xemantic-ai-tool-schema#37
    "a schema strict does not take": openai(
        "Invalid schema for function 'x': In context=('properties', 'permissions'),"
        " 'additionalProperties' is required to be supplied and to be false.",
        param="tools[0].function.parameters",
        code="invalid_function_parameters",
    ),
    # crewAIInc/crewAI-examples#121
    "too much text": openai(
        "This model's maximum context length is 8192 tokens. However, your messages resulted in"
        " 8227 tokens. Please reduce the length of the messages.",
        param="messages",
        code="context_length_exceeded",
    ),
    # timkmecl/chatgpt-vscode#45
    "no such model": openai(
        "The model `gpt-4` does not exist or you do not have access to it.", code="model_not_found"
    ),
    "a model of another kind": openai(
        "The model 'gpt-4' is not supported here.", param="model", code="unsupported_value"
    ),
    # router-for-me/CLIProxyAPI#2798
    "a call without its result": openai(
        "An assistant message with 'tool_calls' must be followed by tool messages responding to"
        " each 'tool_call_id'. The following tool_call_ids did not have response messages: call_1",
        param="messages.[6].role",
    ),
    # avante-corp/avante.nvim#2695
    "a role in the wrong place": openai(
        "Unexpected role 'user' after role 'tool'",
        type="invalid_request_message_order",
        code="3230",
    ),
    "a value out of range": openai(
        "Invalid value for 'temperature': must be at most 2.", param="temperature"
    ),
    # groq/groq-typescript#103
    "what the model wrote": openai(
        "Tool call validation failed: parameters for tool f did not match schema: errors:"
        " [additionalProperties 'user' not allowed]",
        code="tool_use_failed",
    ),
    "an image that cannot be fetched": openai(
        "Error while downloading https://example.com/test-image.jpg."
    ),
    "a web page": "<html><title>Bad Request</title></html>",
    "nothing": "",
}


@pytest.mark.parametrize("body", NO_REMEDY.values(), ids=NO_REMEDY)
def test_what_leaving_out_would_not_mend_has_no_remedy(body):
    assert remedy(body, FULL) is None


@pytest.mark.parametrize("status", [401, 403, 408, 429, 503])
def test_other_failures_are_not_refusals_of_a_field(status):
    body = openai("Unsupported parameter: 'temperature' is not supported.", param="temperature")

    assert remedy(body, FULL, status) is None


@pytest.mark.parametrize("kind", ["ConnectionFailed", "GatewayTimeout", "StreamBroken"])
def test_a_lost_connection_has_no_remedy(kind):
    assert remedy_for(Fault(kind, "Unsupported parameter: 'temperature'"), FULL) is None


def test_a_field_that_was_not_sent_is_not_offered():
    body = openai("Unsupported parameter: 'seed' is not supported.", param="seed")

    assert remedy(body, FULL) is None
