"""What a person may set for a request, and what a gateway and model accept of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True)
class AllowedTools:
    """A ``tool_choice`` that leaves the model only some of the tools."""

    names: tuple[str, ...]
    mode: Literal["auto", "required"] = "auto"


ToolChoice: TypeAlias = (
    Literal["none", "auto", "required"] | tuple[Literal["function"], str] | AllowedTools
)
"""``("function", name)`` asks for that one function."""


@dataclass(frozen=True, slots=True)
class ResponseFormat:
    """The form an answer must have."""

    kind: Literal["text", "json_object", "json_schema"]
    schema: str = ""
    """Of ``json_schema``: the schema's text as typed; it need not be valid."""

    name: str = "answer"
    """Of ``json_schema``: letters, digits, ``_`` and ``-``, at most 64."""

    strict: bool | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The request's settings. ``None`` or empty means: not set, so not sent.

    Ranges: OpenAI's API reference, ``POST /v1/chat/completions``.
    """

    temperature: float | None = None
    """0 to 2."""

    top_p: float | None = None
    """0 to 1."""

    max_tokens: int | None = None
    """The most the answer may cost, in tokens, reasoning included; the profile says in which
    field it is sent."""

    tool_choice: ToolChoice | None = None
    parallel_tool_calls: bool | None = None
    response_format: ResponseFormat | None = None
    reasoning_effort: str | None = None
    verbosity: str | None = None
    """``low``, ``medium`` or ``high``."""

    n: int | None = None
    """1 to 128 answers to one request."""

    stop: tuple[str, ...] = ()
    """At most four texts at which the answer ends."""

    seed: int | None = None
    frequency_penalty: float | None = None
    """-2 to 2."""

    presence_penalty: float | None = None
    """-2 to 2."""

    logit_bias: Mapping[str, int] = field(default_factory=dict)
    """By token id, -100 to 100."""

    logprobs: bool | None = None
    top_logprobs: int | None = None
    """0 to 20; only with ``logprobs``."""

    service_tier: str | None = None
    store: bool | None = None
    metadata: Mapping[str, str] = field(default_factory=dict)
    """At most 16 pairs; keys of at most 64, values of at most 512 characters."""

    prompt_cache_key: str | None = None
    safety_identifier: str | None = None
    user: str | None = None
    extra_headers: Mapping[str, str] = field(default_factory=dict)
    """Sent beside the key; never ``Authorization``."""

    extra_body: str = ""
    """The text of a JSON object that is merged into the body last, as typed."""

    stream: bool = True


@dataclass(frozen=True, slots=True)
class Timeouts:
    """How long to wait, in seconds."""

    connect_s: float = 10
    first_byte_s: float = 120
    """From the request sent to the first byte of the body; reasoning models are slow to start."""

    silence_s: float = 120
    """Between two pieces of the body. Keep-alive comments count as life."""


DEFAULT_TIMEOUTS = Timeouts()


EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh")
"""Every ``reasoning_effort`` that some model takes."""

SAMPLING = ("temperature", "top_p", "logprobs", "top_logprobs")
"""Fields that a model which reasons may refuse, and take while it does not reason."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a gateway and model accept."""

    name: str = "standard"
    token_limit_field: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"
    system_role: Literal["system", "developer"] = "system"
    refused: Mapping[str, str] = field(default_factory=dict)
    """Names of request fields that are answered with an error, so never sent; each with the
    reason as a sentence. ``strict``, ``stream_options`` and ``name`` count as fields too."""

    reasoning_efforts: tuple[str, ...] = EFFORTS
    """The values ``reasoning_effort`` may take; empty when the model takes none. Where nothing is
    known, nothing is ruled out: the gateway says so by name, and that is learnt."""

    effort_beside_tools: Literal["any", "absent", "none"] = "any"
    """What ``reasoning_effort`` may be in a request with tools: ``absent``: not sent, or ``none``;
    ``none``: sent as ``none`` even if nobody set it (gpt-5.4 and later at OpenAI)."""

    sampling_beside_effort: Literal["any", "absent", "none"] = "any"
    """Beside what ``reasoning_effort`` the fields of ``SAMPLING`` are sent: ``absent``: none is
    sent, or ``none`` (gpt-5.1, 5.2 and 5.4, which do not reason unless asked to); ``none``: only
    where ``none`` is sent (gpt-5.5 and 5.6). litellm 1.106, gpt_5_transformation.py."""

    content_beside_calls: Literal["null", "empty", "absent"] = "null"
    """How an assistant message with calls says that it has no text."""

    call_ids: Literal["any", "nine"] = "any"
    """``nine``: letters and digits, nine of them (Mistral)."""

    schema_dialect: Literal["json-schema", "gemini"] = "json-schema"
    """``gemini``: no ``$ref``, no list of types, no ``$schema``, enums of text only."""

    reasoning_replay: Literal["never", "reasoning_content", "reasoning", "thinking_parts"] = "never"
    """How an answer's reasoning is sent back: in the field of that name, or as a part of the
    content before its text (Mistral: docs.mistral.ai/capabilities/reasoning, vercel/ai#17930)."""

    role_order: Literal["free", "alternating"] = "free"
    """``alternating``: messages of one role in a row are refused, so they are merged."""

    parts: frozenset[str] = frozenset({"image_url"})
    """Content parts a user message may have beside text: ``image_url``, ``file``,
    ``input_audio``."""
