"""Refusals of tools, or of what is in a tool or a message: the body, what had been asked, the
field that is named."""

from tests.gateway.refusals_by_name import TOOL, USER, openai, request

REFUSED_PARTS = {
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
    "xAI writes names its own way": (
        "Argument not supported on this model: presencePenalty",
        request(presence_penalty=0.5),
        "presence_penalty",
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
