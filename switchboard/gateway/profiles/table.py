"""Gateways: what each accepts whatever the model, found by its address. November 2026.

Each row names its source. A field that a gateway reads over in silence is not refused by it.
"""

import re
from dataclasses import dataclass, replace

from switchboard.errors import AddressError
from switchboard.gateway.addresses import is_loopback, origin
from switchboard.gateway.profiles.reasons import refused_by
from switchboard.settings import Profile

# `developer` is refused nearly everywhere but at OpenAI (can1357/oh-my-pi#843,
# earendil-works/pi#6238), and only OpenAI itself refuses an effort beside tools.
_USUAL = frozenset({"system_role", "effort_beside_tools"})
_ALL = _USUAL | {
    *("token_limit_field", "refused", "schema_dialect", "call_ids", "reasoning_efforts"),
    "sampling_beside_effort",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One gateway."""

    profile: Profile
    hosts: str = ""
    """A pattern for the whole host name; empty: none."""

    port: int | None = None
    """Where it listens unless told otherwise: a guess, and named so."""

    decides: frozenset[str] = _USUAL
    """Fields in which the gateway's rule counts and the model family's does not."""

    @property
    def name(self) -> str:
        """The gateway's name."""
        return self.profile.name


_MISTRAL = (
    "stream_options max_completion_tokens seed logit_bias user store verbosity safety_identifier"
    " name reasoning_details"
)
_PARTS = frozenset({"image_url", "file", "input_audio"})
_OPENAI = Profile("OpenAI", parts=_PARTS)

_HOSTED = (
    Row(_OPENAI, r"(?:.+\.)?api\.openai\.com", decides=frozenset()),
    Row(
        replace(_OPENAI, name="Azure"),
        r".+\.openai\.azure\.com|.+\.(?:services\.ai|cognitiveservices)\.azure\.com",
        decides=frozenset(),
    ),
    # platform.claude.com, OpenAI SDK compatibility: strict, logprobs, penalties and the like are
    # read over, audio is stripped; n must be 1.
    Row(Profile("Anthropic", refused=refused_by("Anthropic", "n")), r"api\.anthropic\.com"),
    # google-genai 3.4 `types.Schema`; thClaws/thClaws#172; genspark-ai/genoffice#186; efforts as
    # its refusals list them (discuss.ai.google.dev/t/117875).
    Row(
        Profile(
            "Gemini",
            reasoning_efforts=("none", "low", "medium", "high"),
            schema_dialect="gemini",
            parts=frozenset({"image_url", "input_audio"}),
        ),
        r"generativelanguage\.googleapis\.com|(?:.+-)?aiplatform\.googleapis\.com",
    ),
    # mistralai 3.7 `ChatCompletionRequest` has no such fields, and unknown ones are answered with
    # 422 (vybestack/llxprt-code#114); ids: nearai/ironclaw#1241; roles:
    # avante-corp/avante.nvim#2695; null is left out, names are for results only, reasoning never
    # goes back in a field of its own: litellm 1.106, mistral/chat/transformation.py.
    Row(
        Profile(
            "Mistral",
            refused=refused_by("Mistral", *_MISTRAL.split()),
            content_beside_calls="absent",
            call_ids="nine",
            role_order="alternating",
        ),
        r"(?:api|codestral)\.mistral\.ai",
        decides=_USUAL | {"token_limit_field"},
    ),
    # continuedev/continue#9720: reasoning goes back with its calls. Images are for vision models.
    Row(Profile("DeepSeek", reasoning_replay="reasoning_content"), r"api\.deepseek\.com"),
    # console.groq.com/docs/openai, "Currently unsupported"; null content: tidyverse/ellmer#162.
    Row(
        Profile(
            "Groq",
            refused=refused_by("Groq", "logprobs", "top_logprobs", "logit_bias", "name", "n"),
            content_beside_calls="absent",
        ),
        r"api\.groq\.com",
    ),
    # It translates the settings itself, whatever the model, and wants the reasoning back as it gave
    # it (openrouter.ai/docs, "Preserving reasoning"); efforts: litellm 1.106.
    Row(
        Profile(
            "OpenRouter",
            reasoning_efforts=("none", "minimal", "low", "medium", "high", "xhigh"),
            reasoning_replay="reasoning",
            parts=_PARTS,
        ),
        r"openrouter\.ai",
        decides=_ALL,
    ),
    Row(Profile("xAI", refused=refused_by("xAI", "strict")), r"(?:.+\.)?api\.x\.ai"),
    Row(Profile("Together"), r"api\.together\.(?:xyz|ai)"),
    Row(
        Profile("DashScope", parts=frozenset({"image_url", "input_audio"})),
        r"dashscope(?:-\w+)?\.aliyuncs\.com",
    ),
    Row(Profile("Zhipu"), r"open\.bigmodel\.cn|api\.z\.ai"),
    # litellm 1.106, moonshot/chat/transformation.py: reasoning must come back beside calls.
    Row(Profile("Moonshot", reasoning_replay="reasoning_content"), r"api\.moonshot\.(?:cn|ai)"),
)

_BY_PORT = (
    # ollama openai.go: no `max_completion_tokens`, so that cap would be lost in silence.
    Row(Profile("Ollama"), port=11434, decides=_USUAL | {"token_limit_field"}),
    # llama.cpp tools/server/README.md: images and audio with a projector.
    Row(
        Profile("llama.cpp", parts=frozenset({"image_url", "input_audio"})),
        port=8080,
    ),
    # lmstudio-bug-tracker#261: null content is refused.
    Row(Profile("LM Studio", content_beside_calls="empty"), port=1234),
    # It brings schemas into each provider's dialect itself.
    Row(Profile("LiteLLM", parts=_PARTS), port=4000, decides=_USUAL | {"schema_dialect"}),
    Row(Profile("vLLM", parts=frozenset({"image_url", "input_audio"})), port=8000),
)

_UNKNOWN = Row(Profile())
# The program's own gateway and whatever else a person runs here under any port.
_HERE = Row(Profile(), decides=frozenset())


def row_for(base_url: str) -> Row:
    """The gateway at an address: by its host, else by its port, else an unknown one."""
    try:
        host, port = origin(base_url)[1:]
    except AddressError:
        return _UNKNOWN
    for row in _HOSTED:
        if re.fullmatch(row.hosts, host):
            return row
    for row in _BY_PORT:
        if port == row.port:
            guess = replace(row.profile, name=f"{row.name} (by its port)")
            return replace(row, profile=guess)
    return _HERE if is_loopback(base_url) else _UNKNOWN
