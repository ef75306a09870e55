"""A reply in one piece, and what it shares with a streamed one."""

import hashlib
import secrets
import time
from collections.abc import Sequence

from switchboard.offline.asking import Ask
from switchboard.offline.likelihood import logprobs_of
from switchboard.offline.writing import Answer
from switchboard.wire import Json, JsonObject


def build_reply(ask: Ask, answers: Sequence[Answer]) -> JsonObject:
    """The body of a ``chat.completion``."""
    return {
        **reply_frame(ask, "chat.completion"),
        "choices": [_choice(ask, answer, index) for index, answer in enumerate(answers)],
        "usage": usage_of(answers),
    }


def reply_frame(ask: Ask, kind: str) -> JsonObject:
    """The keys that a reply and every chunk of a stream have in common."""
    return {
        "id": f"chatcmpl-{secrets.token_urlsafe(21)}",
        "object": kind,
        "created": int(time.time()),
        "model": ask.model.id,
        "service_tier": "default",
        "system_fingerprint": fingerprint(ask.model.id),
    }


def fingerprint(model: str) -> str:
    """The same for as long as this program's answers to that model are the same."""
    return f"fp_{hashlib.sha256(f'switchboard-offline {model}'.encode()).hexdigest()[:10]}"


def new_call_id() -> str:
    """An id of the reference's form; at most 40 characters, which some gateways insist on."""
    return f"call_{secrets.token_hex(12)}"


def usage_of(answers: Sequence[Answer]) -> JsonObject:
    """The usage object: the prompt once, every answer's own tokens."""
    prompt = answers[0].prompt_tokens
    completion = sum(answer.completion_tokens for answer in answers)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0},
        "completion_tokens_details": {
            "reasoning_tokens": sum(answer.reasoning_tokens for answer in answers),
            "audio_tokens": 0,
            "accepted_prediction_tokens": 0,
            "rejected_prediction_tokens": 0,
        },
    }


def _choice(ask: Ask, answer: Answer, index: int) -> Json:
    message: JsonObject = {"role": "assistant", "content": answer.text, "refusal": None}
    if answer.calls:
        message["content"] = None
        message["tool_calls"] = [_call(name, arguments) for name, arguments in answer.calls]
    message["annotations"] = []
    return {
        "index": index,
        "message": message,
        "logprobs": logprobs_of(answer.tokens, ask.top_logprobs),
        "finish_reason": answer.finish_reason,
    }


def _call(name: str, arguments: str) -> Json:
    function: JsonObject = {"name": name, "arguments": arguments}
    return {"id": new_call_id(), "type": "function", "function": function}
