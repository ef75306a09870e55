"""What known models accept, as a small dated table (November 2026).

Patterns, not a list of names: what counts is the family's rules.
"""

import re
from dataclasses import dataclass, replace

from switchboard.errors import AddressError
from switchboard.gateway.addresses import is_loopback, origin
from switchboard.settings import Profile

_PENALTIES = frozenset({"presence_penalty", "frequency_penalty"})
_SAMPLING = frozenset({"temperature", "top_p", "logprobs", "top_logprobs"})
_GPT_5 = _PENALTIES | {"max_tokens", "stop", "logit_bias", "prediction", "audio"}


@dataclass(frozen=True, slots=True)
class _Family:
    pattern: re.Pattern[str]
    profile: Profile


def _family(pattern: str, name: str, refused: frozenset[str], efforts: str) -> _Family:
    profile = Profile(
        name=name,
        token_limit_field="max_completion_tokens",
        system_role="developer",
        refused=dict.fromkeys(refused, f"The {name} models refuse this."),
        reasoning_efforts=tuple(efforts.split()),
    )
    return _Family(re.compile(pattern), profile)


_O_SERIES = _SAMPLING | _PENALTIES | {"max_tokens", "parallel_tool_calls"}

# The first pattern that fits counts.
_FAMILIES = (
    _family(r"o3|o4-mini", "o-series", _O_SERIES | {"stop"}, "low medium high"),
    _family(r"o[1-9]|offline-reasoner", "o-series", _O_SERIES, "low medium high"),
    _family(r"gpt-5", "gpt-5", _GPT_5 | _SAMPLING, "minimal low medium high"),
    # 5.1, 5.2 and 5.4 do not reason unless asked to, and take sampling settings while they do not.
    _family(r"gpt-5\.1", "gpt-5.1", _GPT_5, "none low medium high"),
    _family(r"gpt-5\.[2-4]", "gpt-5.2", _GPT_5, "none low medium high xhigh"),
    _family(r"gpt-5\.\d+", "gpt-5.5", _GPT_5 | _SAMPLING, "none low medium high xhigh"),
    _family(r"gpt-6-(sol|luna)", "gpt-6", _GPT_5 | _SAMPLING, "none low medium high xhigh"),
    _family(r"gpt-(6|6\.\d+)", "gpt-6", _GPT_5 | _SAMPLING, "low medium high xhigh"),
)
_STANDARD = Profile()

# These translate the settings themselves, whatever the model.
_TRANSLATORS = frozenset({"openrouter.ai"})


def profile_for(base_url: str, model: str) -> Profile:
    """What this gateway and model accept; the standard profile for whatever is not in the table."""
    host = _host(base_url)
    if host in _TRANSLATORS:
        return _STANDARD
    name = model.strip().lower().rpartition("/")[2]
    for family in _FAMILIES:
        if re.fullmatch(f"(?:{family.pattern.pattern})(?:-.*|:.*)?", name):
            return (
                family.profile if _knows_developer(base_url, host) else _with_system(family.profile)
            )
    return _STANDARD


def _knows_developer(base_url: str, host: str) -> bool:
    # OpenAI turns `system` into `developer` for these models; nearly every other gateway refuses
    # `developer` (can1357/oh-my-pi#843, earendil-works/pi#6238).
    return host == "api.openai.com" or host.endswith(".openai.azure.com") or is_loopback(base_url)


def _with_system(profile: Profile) -> Profile:
    return replace(profile, system_role="system")


def _host(base_url: str) -> str:
    try:
        return origin(base_url).host
    except AddressError:
        return ""
