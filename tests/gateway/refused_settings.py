"""Refusals of a setting: the body, what had been asked, the field that is named."""

from tests.gateway.refusals_by_name import openai, request

REFUSED_SETTINGS = {
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
}
