"""Refusals that name what they refuse, and what becomes of them.

The bodies are those of the services, as reported in public threads; sources beside the cases.
"""

import json
from datetime import UTC, datetime

from switchboard.gateway import profile_for
from switchboard.gateway.refusals import refusal_of
from switchboard.gateway.remedies import remedy_for
from switchboard.gateway_records import GatewayRecord
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


def profile_after(found):
    learnt = found.learnt("m", datetime(2026, 11, 23, tzinfo=UTC))
    return profile_for(
        "https://gateway.example/v1",
        "m",
        GatewayRecord("https://gateway.example/v1", learnt=(learnt,)),
    )


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
