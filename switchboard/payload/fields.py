"""Settings as the fields of a request: only what was set and is not refused.

Source of names and forms: OpenAI's API reference, ``POST /v1/chat/completions``.
"""

from collections.abc import Sequence

from switchboard import wire
from switchboard.payload.gemini import lowered
from switchboard.payload.json_object import json_object
from switchboard.payload.left_out import left_out, sent_effort
from switchboard.payload.tool_fields import tool_fields
from switchboard.settings import Profile, ResponseFormat, Settings

# Refused without what they go with, so they go when it goes.
_GOES_WITH = {"top_logprobs": "logprobs", "stream_options": "stream"}


def setting_fields(
    settings: Settings, tools: Sequence[wire.FunctionTool], profile: Profile
) -> wire.JsonObject:
    """Every field that a person set and the profile does not refuse."""
    has_tools = bool(tools)
    unsent = left_out(settings, profile, has_tools=has_tools)
    fields = (
        _sampling(settings, profile)
        | tool_fields(settings, tools)
        | _output(settings, profile)
        | {"reasoning_effort": sent_effort(settings, profile, has_tools=has_tools)}
        | _account(settings)
        | _streaming(settings)
    )
    sent = {
        name: value for name, value in fields.items() if value is not None and name not in unsent
    }
    return {name: value for name, value in sent.items() if _GOES_WITH.get(name, name) in sent}


def _sampling(settings: Settings, profile: Profile) -> wire.JsonObject:
    return {
        "temperature": settings.temperature,
        "top_p": settings.top_p,
        profile.token_limit_field: settings.max_tokens,
        "frequency_penalty": settings.frequency_penalty,
        "presence_penalty": settings.presence_penalty,
        "seed": settings.seed,
        "logit_bias": {**settings.logit_bias} or None,
        # `logprobs: false` beside `top_logprobs` is refused, and so is `top_logprobs` alone.
        "logprobs": settings.logprobs,
        "top_logprobs": settings.top_logprobs if settings.logprobs else None,
    }


def _output(settings: Settings, profile: Profile) -> wire.JsonObject:
    return {
        "response_format": _response_format(settings.response_format, profile),
        "verbosity": settings.verbosity or None,
        "n": settings.n,
        "stop": [*settings.stop] or None,
    }


def _account(settings: Settings) -> wire.JsonObject:
    return {
        "service_tier": settings.service_tier or None,
        "store": settings.store,
        "metadata": {**settings.metadata} or None,
        "prompt_cache_key": settings.prompt_cache_key or None,
        "safety_identifier": settings.safety_identifier or None,
        "user": settings.user or None,
    }


def _streaming(settings: Settings) -> wire.JsonObject:
    if not settings.stream:
        return {}
    return {"stream": True, "stream_options": {"include_usage": True}}


def _response_format(wanted: ResponseFormat | None, profile: Profile) -> wire.Json:
    if wanted is None:
        return None
    if wanted.kind != "json_schema":
        return {"type": wanted.kind}
    schema = json_object(wanted.schema)
    if schema is None:
        return None
    if profile.schema_dialect == "gemini":
        schema = lowered(schema).schema or schema
    form: wire.JsonObject = {"name": wanted.name, "schema": schema}
    if wanted.strict is not None and "strict" not in profile.refused:
        form["strict"] = wanted.strict
    return {"type": "json_schema", "json_schema": form}
