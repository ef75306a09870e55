"""A refusal that names what it refuses can be answered with one change.

The bodies are those of the services, as reported in public threads; sources beside the cases.
"""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from switchboard.gateway import profile_for
from switchboard.gateway.refusals import fault_in, refusal_of
from switchboard.gateway.remedies import Remedy, apply_remedy, remedy_for
from switchboard.gateway_records import GatewayRecord, Learnt
from switchboard.runs import Fault
from switchboard.settings import Profile
from switchboard.turns import fault_of

TOOL = {"type": "function", "function": {"name": "f", "parameters": {"type": "object"}}}
CALLING = {
    "role": "assistant",
    "content": None,
    "tool_calls": [{"id": "call_1", "type": "function", "function": {"name": "f"}}],
}
RESULT = {"role": "tool", "tool_call_id": "call_1", "content": "1"}
USER = {"role": "user", "content": "Hi"}


def request(*messages, model="m", **fields):
    return {"model": model, "messages": [*messages] or [USER], **fields}


def openai(message, *, param=None, code=None, type="invalid_request_error"):
    return {"error": {"message": message, "type": type, "param": param, "code": code}}


def refusal(body, status=400):
    text = body if isinstance(body, str) else json.dumps(body)
    return fault_of(refusal_of(status, text.encode(), ()))


def remedy(body, asked, status=400):
    return remedy_for(refusal(body, status), asked)


WITHOUT = {
    # appatalks/eva-agent#83
    "o3-mini takes no temperature": (
        openai(
            "Unsupported parameter: 'temperature' is not supported with this model.",
            param="temperature",
            code="unsupported_parameter",
        ),
        request(temperature=0.2, top_p=1),
        "temperature",
    ),
    # BeehiveInnovations/pal-mcp-server#78
    "o3 takes only its own temperature": (
        openai(
            "Unsupported value: 'temperature' does not support 0.2 with this model. Only the"
            " default (1) value is supported.",
            param="temperature",
            code="unsupported_value",
        ),
        request(temperature=0.2),
        "temperature",
    ),
    # evalstate/fast-agent#279
    "the o-series takes no parallel_tool_calls": (
        openai(
            "Unsupported parameter: 'parallel_tool_calls' is not supported with this model.",
            param="parallel_tool_calls",
            code="unsupported_parameter",
        ),
        request(tools=[TOOL], parallel_tool_calls=False),
        "parallel_tool_calls",
    ),
    # Upsonic/Upsonic#323
    "parallel calls without tools": (
        openai(
            "Invalid value for 'parallel_tool_calls': 'parallel_tool_calls' is only allowed when"
            " 'tools' are specified.",
            param="parallel_tool_calls",
        ),
        request(parallel_tool_calls=True),
        "parallel_tool_calls",
    ),
    # livekit/agents#7169
    "an effort the model does not know": (
        openai(
            "Unsupported value: 'reasoning_effort' does not support 'minimal' with this model."
            " Supported values are: 'none', 'low', 'medium', 'high', 'xhigh'."
        ),
        request(reasoning_effort="minimal"),
        "reasoning_effort",
    ),
    # discuss.ai.google.dev/t/117875
    "an effort Gemini does not know": (
        [
            {
                "error": {
                    "code": 400,
                    "message": "Invalid reasoning_effort: minimal. Valid values are: high, low,"
                    " medium, none",
                    "status": "INVALID_ARGUMENT",
                }
            }
        ],
        request(reasoning_effort="minimal"),
        "reasoning_effort",
    ),
    # The embedded gateway, and OpenAI of gpt-4o.
    "an argument nobody knows": (
        openai("Unrecognized request argument supplied: reasoning_effort"),
        request(reasoning_effort="low"),
        "reasoning_effort",
    ),
    "an argument that is also a word": (
        openai("Unrecognized request argument supplied: user"),
        request(user="u"),
        "user",
    ),
    # vllm-project/vllm#39780
    "no tools at all": (
        openai(
            "Invalid 'tools': empty array. Expected an array with minimum length 1, but got an"
            " empty array instead.",
            param="tools",
            code="empty_array",
        ),
        request(tools=[], tool_choice="auto"),
        "tools",
    ),
    # earendil-works/pi#3649
    "no tools at DashScope": (openai("[] is too short - 'tools'"), request(tools=[]), "tools"),
    # home-assistant/core#118577
    "no calls in a message": (
        openai(
            "Invalid 'messages[1].tool_calls': empty array. Expected an array with minimum length"
            " 1, but got an empty array instead.",
            param="messages[1].tool_calls",
            code="empty_array",
        ),
        request(USER, {"role": "assistant", "content": "Yes.", "tool_calls": []}),
        "tool_calls",
    ),
    # vybestack/llxprt-code#114
    "Mistral knows no stream_options": (
        {
            "object": "error",
            "message": {
                "detail": [
                    {
                        "type": "extra_forbidden",
                        "loc": ["body", "stream_options"],
                        "msg": "Extra inputs are not permitted",
                        "input": {"include_usage": True},
                    }
                ]
            },
            "type": "invalid_request_error",
        },
        request(stream=True, stream_options={"include_usage": True}),
        "stream_options",
    ),
    # anomalyco/opencode#4698
    "Databricks knows no stream_options": (
        {
            "error_code": "BAD_REQUEST",
            "message": 'Bad request: json: unknown field "stream_options"',
        },
        request(stream=True, stream_options={"include_usage": True}),
        "stream_options",
    ),
    "Bedrock knows no stream_options": (
        {"message": "Malformed input request: #: extraneous key [stream_options] is not permitted"},
        request(stream=True, stream_options={"include_usage": True}),
        "stream_options",
    ),
    # vllm-project/vllm#10463
    "vLLM gives its details as Python": (
        {
            "object": "error",
            "message": "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg':"
            " 'Extra inputs are not permitted', 'input': {'include_usage': True}}]",
            "type": "BadRequestError",
            "code": 400,
        },
        request(stream=True, stream_options={"include_usage": True}),
        "stream_options",
    ),
    # fanenr/chatbot#21
    "Groq proposes another field": (
        openai("property 'store' is unsupported, did you mean 'stop'?"),
        request(store=True, stop=["."]),
        "store",
    ),
    # karthink/gptel#774
    "Groq knows no reasoning in messages": (
        openai(
            "'messages.2' : for 'role:assistant' the following must be satisfied[('messages.2' :"
            " property 'reasoning' is unsupported, did you mean 'role'?)]"
        ),
        request(USER, {"role": "assistant", "content": "Yes.", "reasoning": "hm"}),
        "reasoning",
    ),
    # litellm, mistral transformation
    "Mistral takes no reasoning back": (
        {
            "detail": [
                {
                    "type": "extra_forbidden",
                    "loc": ["body", "messages", 1, "assistant", "reasoning_content"],
                    "msg": "Extra inputs are not permitted",
                }
            ]
        },
        request(USER, {"role": "assistant", "content": "Yes.", "reasoning_content": "hm"}),
        "reasoning_content",
    ),
    # console.groq.com/docs/openai
    "a name on a message": (
        openai("'messages.0' : property 'name' is unsupported"),
        request({"role": "user", "content": "Hi", "name": "Ana"}),
        "name",
    ),
    "the detail of an image": (
        {
            "detail": [
                {
                    "loc": ["body", "messages", 0, "content", 0, "image_url", "detail"],
                    "msg": "Extra inputs are not permitted",
                }
            ]
        },
        request(
            {
                "role": "user",
                "content": [{"type": "image_url", "image_url": {"url": "data:x", "detail": "low"}}],
            }
        ),
        "detail",
    ),
    "strict on a tool": (
        {
            "detail": [
                {
                    "loc": ["body", "tools", 0, "function", "strict"],
                    "msg": "Extra inputs are not permitted",
                }
            ]
        },
        request(tools=[{"type": "function", "function": {"name": "f", "strict": True}}]),
        "strict",
    ),
    "strict in words": (
        openai("Unknown parameter: 'tools[0].function.strict'."),
        request(tools=[{"type": "function", "function": {"name": "f", "strict": True}}]),
        "strict",
    ),
    # LCPP tools/server/server-common.cpp
    "llama.cpp gives no logprobs with tools": (
        {
            "error": {
                "code": 400,
                "message": "logprobs is not supported with tools + stream",
                "type": "invalid_request_error",
            }
        },
        request(tools=[TOOL], stream=True, logprobs=True, top_logprobs=2),
        "logprobs",
    ),
    "Gemini knows no seed": (
        [
            {
                "error": {
                    "code": 400,
                    "message": 'Invalid JSON payload received. Unknown name "seed":'
                    " Cannot find field.",
                    "status": "INVALID_ARGUMENT",
                }
            }
        ],
        request(seed=7),
        "seed",
    ),
    "litellm lists what it will not send": (
        openai(
            "litellm.UnsupportedParamsError: openai does not support parameters: ['top_p'], for"
            " model=o3-mini. To drop these, set `litellm.drop_params=True`"
        ),
        request(top_p=0.5),
        "top_p",
    ),
    "xAI writes names its own way": (
        "Argument not supported on this model: presencePenalty",
        request(presence_penalty=0.5),
        "presence_penalty",
    ),
    # platform.claude.com, OpenAI SDK compatibility
    "one answer only": (
        openai("n: must be equal to 1", param=None),
        request(n=2),
        "n",
    ),
    "one answer only, by its parameter": (
        openai("This value is too large.", param="n"),
        request(n=2),
        "n",
    ),
    # langgenius/dify#8615
    "early o1 does not stream": (
        openai(
            "Unsupported value: 'stream' does not support true with this model. Only the default"
            " (false) value is supported.",
            param="stream",
            code="unsupported_value",
        ),
        request(stream=True, stream_options={"include_usage": True}),
        "stream",
    ),
    "response_format by the end of its path": (
        openai(
            "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this"
            " model.",
            param="response_format.type",
        ),
        request(response_format={"type": "json_schema", "json_schema": {"name": "a"}}),
        "response_format",
    ),
    "a thinking model does not take orders": (
        openai(
            "Backend request failed with status 400: The request is invalid: Thinking mode does not"
            " support this tool_choice. Please check the request body."
        ),
        request(tools=[TOOL], tool_choice="required"),
        "tool_choice",
    ),
    "Ollama's model has no tools": (
        openai("registry.ollama.ai/library/gemma:2b does not support tools", type="api_error"),
        request(tools=[TOOL], tool_choice="auto"),
        "tools",
    ),
    "OpenRouter finds nobody with tools": (
        {"error": {"message": "No endpoints found that support tool use.", "code": 404}},
        request(tools=[TOOL]),
        "tools",
    ),
    "llama.cpp was not started for tools": (
        {"error": {"code": 500, "message": "tools param requires --jinja flag"}},
        request(tools=[TOOL]),
        "tools",
    ),
}


@pytest.mark.parametrize(("body", "asked", "field"), WITHOUT.values(), ids=WITHOUT)
def test_the_field_a_refusal_names_can_be_left_out(body, asked, field):
    found = remedy(body, asked)

    assert found is not None
    assert found.field.removesuffix("=here") == field
    assert found.label == f"Send again without {field}"
    assert f'"{field}":' not in json.dumps(apply_remedy(asked, found))


@pytest.mark.parametrize(
    ("asked", "field", "left"),
    [
        (request(tools=[TOOL], tool_choice="auto", parallel_tool_calls=True), "tools", request()),
        (request(logprobs=True, top_logprobs=3), "logprobs", request()),
        (request(stream=True, stream_options={}), "stream", request()),
    ],
)
def test_what_makes_no_sense_without_a_field_goes_with_it(asked, field, left):
    assert apply_remedy(asked, Remedy(field, "", "")) == left


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


IMAGE = {"type": "image_url", "image_url": {"url": "data:x"}}
ASKS = {"type": "text", "text": "What is it?"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (
            openai(
                "Failed to deserialize the JSON body into the target type: messages[0]: unknown"
                " variant `image_url`, expected `text`"
            ),
            400,
        ),
        (openai("Invalid content type. image_url is only supported by certain models."), 400),
        ({"error": {"message": "No endpoints found that support image input", "code": 404}}, 404),
        (
            {"error": {"code": 500, "message": "image input is not supported - hint: mmproj"}},
            500,
        ),
    ],
    ids=["DeepSeek", "OpenAI", "OpenRouter", "llama.cpp"],
)
def test_images_that_a_model_does_not_take_can_be_left_out(body, status):
    asked = request({"role": "user", "content": [IMAGE, ASKS]})

    found = remedy(body, asked, status)

    assert found.label == "Send again without image_url"
    assert apply_remedy(asked, found) == request({"role": "user", "content": [ASKS]})
    assert profile_after(found).parts == frozenset()


def test_an_image_in_the_wrong_form_is_not_left_out():
    # OLL openai/openai.go
    body = openai("image URLs are not currently supported, please use base64 encoded data instead")

    assert remedy(body, request({"role": "user", "content": [IMAGE, ASKS]})) is None


FULL = request(
    {"role": "system", "content": "Be brief."},
    USER,
    model="gpt-4",
    tools=[TOOL],
    tool_choice="auto",
    temperature=0.5,
    max_tokens=5,
    user="u",
    stop=["."],
    n=1,
    store=True,
)

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


def test_an_error_inside_a_stream_can_be_mended_too():
    error = fault_in(openai("Unsupported parameter: 'store'", param="store"), "", ())

    assert remedy_for(fault_of(error), FULL).field == "store"


def test_the_gateways_words_are_kept_without_ours():
    found = remedy(openai("property 'store' is unsupported, did you mean 'stop'?"), FULL)

    assert found.says == "property 'store' is unsupported, did you mean 'stop'?"


def test_the_request_that_was_refused_is_not_touched():
    before = json.dumps(FULL)

    apply_remedy(FULL, Remedy("temperature", "", ""))
    apply_remedy(FULL, Remedy("system_role=developer", "", ""))

    assert json.dumps(FULL) == before


def test_a_remedy_is_remembered_for_its_model():
    at = datetime(2026, 11, 23, tzinfo=UTC)

    assert Remedy("store", "Send again without store", "no").learnt("m", at) == Learnt(
        "store", "m", "no", at
    )


def profile_after(found):
    learnt = found.learnt("m", datetime(2026, 11, 23, tzinfo=UTC))
    return profile_for(
        "https://gateway.example/v1",
        "m",
        GatewayRecord("https://gateway.example/v1", learnt=(learnt,)),
    )


LASTING = {
    name: case
    for name, case in WITHOUT.items()
    if name != "parallel calls without tools" and not name.startswith(("no ", "an effort"))
}


@pytest.mark.parametrize(("body", "asked", "field"), LASTING.values(), ids=LASTING)
def test_what_was_learnt_is_not_sent_to_that_gateway_again(body, asked, field):
    assert field in profile_after(remedy(body, asked)).refused


@pytest.mark.parametrize(
    "name",
    [
        "parallel calls without tools",
        "no tools at all",
        "no tools at DashScope",
        "no calls in a message",
    ],
)
def test_what_was_refused_only_as_it_stood_teaches_nothing(name):
    body, asked, _ = WITHOUT[name]

    assert profile_after(remedy(body, asked)) == Profile()


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["user", "assistant", "x", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["role", "content", "tool_calls", "function", "strict", "id", "type"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
EVERY_REMEDY = [
    *("strict", "detail", "tool_calls", "tools", "name", "max_tokens", "system_role=system"),
    *("content_beside_calls=empty", "effort_beside_tools=none", "role_order=alternating"),
    *("reasoning_replay=reasoning_content", "call_ids=nine", "schema_dialect=gemini"),
]


@given(JSON, JSON, st.sampled_from(EVERY_REMEDY))
def test_a_persons_own_json_in_the_request_breaks_no_remedy(messages, tools, field):
    asked = {"model": "m", "messages": messages, "tools": tools}

    assert apply_remedy(asked, Remedy(field, "", ""))["model"] == "m"


@given(st.text(max_size=300), st.none() | st.text(max_size=40))
def test_no_words_of_a_gateway_break_the_search_for_a_remedy(message, param):
    found = remedy_for(Fault("GatewayRefusal", message, status=400, param=param), FULL)

    assert found is None or apply_remedy(FULL, found) != FULL
