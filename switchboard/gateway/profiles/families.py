"""Model families: what a model accepts wherever it is served. November 2026.

Patterns, not a list of names: what counts is the family's rules.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from switchboard.gateway.profiles.reasons import refused_by
from switchboard.settings import SAMPLING, Profile


@dataclass(frozen=True, slots=True)
class Family:
    """Models with one set of rules."""

    pattern: re.Pattern[str]
    profile: Profile
    """Only what differs from the standard profile counts."""

    at: str = ""
    """The only gateway these rules were seen at, by name; empty: anywhere."""

    def holds(self, model: str, gateway: str) -> bool:
        """Whether a model is of this family. A maker in front and a tag behind do not matter."""
        name = model.strip().lower().rpartition("/")[2]
        return self.at in ("", gateway) and self.pattern.fullmatch(name) is not None


_Beside = Literal["any", "absent", "none"]


def _family(pattern: str, profile: Profile, *, at: str = "") -> Family:
    return Family(re.compile(rf"(?:{pattern})(?:[-:@].*)?"), profile, at)


def _openai(
    pattern: str,
    name: str,
    refused: str,
    efforts: str,
    *,
    tools: _Beside = "any",
    sampling: _Beside = "any",
) -> Family:
    """``tools`` and ``sampling``: the effort beside them, as in the profile."""
    profile = Profile(
        name=name,
        token_limit_field="max_completion_tokens",
        system_role="developer",
        refused=refused_by(f"The {name} models", *refused.split(), plural=True),
        reasoning_efforts=tuple(efforts.split()),
        effort_beside_tools=tools,
        sampling_beside_effort=sampling,
    )
    return _family(pattern, profile)


_PENALTIES = "presence_penalty frequency_penalty "
_SAMPLING = " ".join(SAMPLING) + " "
_O = _SAMPLING + _PENALTIES + "max_tokens parallel_tool_calls "
_5 = _PENALTIES + "max_tokens stop logit_bias prediction audio "
_FROM_NONE = "none low medium high xhigh"

_NO_TOOLS = (
    "OpenAI takes function tools for gpt-6-astra and gpt-6.1-sol at /v1/responses only,"
    " so no tools are sent."
)


def _without_tools(family: Family) -> Family:
    """The family at OpenAI, where it has no effort beside which tools are taken."""
    refused = {**family.profile.refused, "tools": _NO_TOOLS}
    return replace(family, profile=replace(family.profile, refused=refused), at="OpenAI")


# Sources: OpenAI's API reference (max_tokens, stop); litellm 1.106, o_series_transformation.py,
# gpt_5_transformation.py and its price map; tools beside an effort: pipecat-ai/pipecat#4043,
# BerriAI/litellm#34569, onyx-dot-app/onyx#15008.
_OPENAI = (
    _openai("o3|o4-mini", "o-series", _O + "stop", "low medium high"),
    _openai("o[1-9]", "o-series", _O, "low medium high"),
    _openai("offline-reasoner", "o-series", _O + "logit_bias", "low medium high"),
    _openai("gpt-5", "gpt-5", _5 + _SAMPLING, "minimal low medium high"),
    # 5.1, 5.2 and 5.4 do not reason unless asked to, and take sampling settings while they do not;
    # 5.5 and 5.6 take them once asked not to.
    _openai(r"gpt-5\.1", "gpt-5.1", _5, "none low medium high", sampling="absent"),
    _openai(r"gpt-5\.[23]", "gpt-5.2", _5, _FROM_NONE, sampling="absent"),
    _openai(r"gpt-5\.4", "gpt-5.4", _5, _FROM_NONE, tools="absent", sampling="absent"),
    _openai(r"gpt-5\.5", "gpt-5.5", _5, _FROM_NONE, tools="absent", sampling="none"),
    _openai(r"gpt-5\.\d+", "gpt-5.6", _5, _FROM_NONE, tools="none", sampling="none"),
    _openai("gpt-6-(?:sol|luna)", "gpt-6", _5 + _SAMPLING, _FROM_NONE, tools="none"),
    # bolna-ai/bolna#1019, BerriAI/litellm-docs#1173.
    _without_tools(
        _openai(r"gpt-6-astra|gpt-6\.1-sol", "gpt-6", _5 + _SAMPLING, "low medium high xhigh")
    ),
    _openai(r"gpt-6(?:\.\d+)?", "gpt-6", _5 + _SAMPLING, "low medium high xhigh"),
)

_MISTRAL = r"(?:open-)?(?:mistral|mixtral|ministral|magistral|devstral|codestral|pixtral).*"
_MISTRAL_THINKING = r"mistral-medium|mistral-large-4.*|mistral-small-(?:latest|2603)"


def _plain(name: str, refused: str = "", efforts: str = "") -> Profile:
    reasons = refused_by(name, *refused.split())
    return Profile(name, refused=reasons, reasoning_efforts=tuple(efforts.split()))


_PLAIN = Profile(reasoning_efforts=())
_MISTRAL_MODEL = Profile(name="mistral", call_ids="nine")
_THINKING = replace(_MISTRAL_MODEL, reasoning_replay="thinking_parts")

_OTHERS = (
    # They do not reason, and say so (OpenAI's API reference, `reasoning_effort`).
    _family(r"gpt-(?:3\.5|4).*|chatgpt-4o.*|offline-(?:chat|flaky|odd)", _PLAIN),
    # Gateways in front of Gemini hand the tools on as they are (mozilla-ai/any-llm#1094).
    _family("gemini.*", Profile(name="gemini", schema_dialect="gemini")),
    # They want their thinking back: docs.mistral.ai/capabilities/reasoning, vercel/ai#17930.
    _family("magistral.*", _THINKING, at="Mistral"),
    # Efforts: litellm 1.106, price map.
    _family(
        _MISTRAL_THINKING, replace(_THINKING, reasoning_efforts=("none", "high")), at="Mistral"
    ),
    # mistral-common checks the ids wherever it is used (nearai/ironclaw#1241).
    _family(_MISTRAL, _MISTRAL_MODEL),
    # OpenAI's page on gpt-oss: the effort stands in the prompt's own format.
    _family("gpt-oss", _plain("gpt-oss", efforts="low medium high")),
    # litellm 1.106, xai/chat/transformation.py: found by trying.
    _family("grok-(?:4|code-fast).*", _plain("grok-4", "stop frequency_penalty"), at="xAI"),
    _family("grok-3-mini", _plain("grok-3-mini", "stop", "low high"), at="xAI"),
    # litellm 1.106, moonshot/chat/transformation.py: every temperature but 1 is refused.
    _family(r"kimi-k2\.[5-9]", _plain("kimi-k2.5", "temperature"), at="Moonshot"),
    _family("kimi-k3", _plain("kimi-k3", "temperature", "low high max"), at="Moonshot"),
)

# The first that holds counts.
FAMILIES = (*_OPENAI, *_OTHERS)


def family_of(model: str, gateway: str = "") -> Family | None:
    """The family of a model at a gateway, by the gateway's name in the table."""
    return next((family for family in FAMILIES if family.holds(model, gateway)), None)
