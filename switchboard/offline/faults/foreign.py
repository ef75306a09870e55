"""Error replies in the forms of other gateways."""

from switchboard.offline.faults.refusing import json_reply
from switchboard.offline.sending import Sent
from switchboard.wire import Json


def tool_use_failed() -> Sent:
    """400, as Groq refuses a call that its own model wrote (groq/groq-typescript#103)."""
    error: Json = {
        "message": "Failed to call a function. See 'failed_generation' for more details.",
        "type": "invalid_request_error",
        "code": "tool_use_failed",
        "failed_generation": '<function=get_weather>{"city": Paris}</function>',
    }
    return json_reply(400, {"error": error})


def error_as_text() -> Sent:
    """400: ``error`` is a text."""
    return json_reply(400, {"error": "the model runner has stopped"})


def error_as_detail() -> Sent:
    """422, as FastAPI writes it."""
    found: Json = {"type": "extra_forbidden", "loc": ["body", "user"], "msg": "Extra inputs"}
    return json_reply(422, {"detail": [found]})


def error_as_list() -> Sent:
    """400, as Gemini's compatible interface wraps it."""
    error: Json = {"code": 400, "message": "Request is invalid.", "status": "INVALID_ARGUMENT"}
    return json_reply(400, [{"error": error}])


def error_at_top() -> Sent:
    """400, as older vLLM and Mistral write it."""
    return json_reply(
        400,
        {
            "object": "error",
            "message": "This model's maximum context length is 4096 tokens.",
            "type": "BadRequestError",
            "param": None,
            "code": 400,
        },
    )


def error_in_words() -> Sent:
    """500 in plain text."""
    return Sent((b"Internal Server Error",), "text/plain; charset=utf-8", 500)


def error_without_words() -> Sent:
    """500 and not a byte more."""
    return Sent((), "", 500)
