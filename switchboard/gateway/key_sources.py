"""A key from the place a person has named for a gateway: a variable or a secret."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from switchboard.errors import AddressError
from switchboard.gateway.addresses import Origin, normalise_base_url, origin
from switchboard.gateway.find_key import find_key
from switchboard.gateway.keys import ApiKey, FoundKey
from switchboard.gateway.masking import mask

# Whoever may use the page may name a variable and type an address. So a name must say that it holds
# a gateway's key, and whoever set the variable must have said where that key belongs.
_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,60}_API_KEY")

# Where well-known keys belong (providers' pages, November 2026).
_HOSTS = {
    "ANTHROPIC_API_KEY": ("api.anthropic.com",),
    "GEMINI_API_KEY": ("generativelanguage.googleapis.com",),
    "GOOGLE_API_KEY": ("generativelanguage.googleapis.com",),
    "MISTRAL_API_KEY": ("api.mistral.ai",),
    "DEEPSEEK_API_KEY": ("api.deepseek.com",),
    "GROQ_API_KEY": ("api.groq.com",),
    "OPENROUTER_API_KEY": ("openrouter.ai",),
    "XAI_API_KEY": ("api.x.ai",),
    "TOGETHER_API_KEY": ("api.together.xyz", "api.together.ai"),
    "DASHSCOPE_API_KEY": ("dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com"),
    "MOONSHOT_API_KEY": ("api.moonshot.ai", "api.moonshot.cn"),
}
_USUAL = frozenset({"OPENAI_API_KEY", "SWITCHBOARD_API_KEY"})
"""Their host can be set by a variable beside them: ``find_key`` knows how."""
_NOT_FOUND = (
    "No key is found: `SWITCHBOARD_API_KEY`, `OPENAI_API_KEY` and the gateways in secrets.toml "
    "are not set, or belong to other hosts."
)


@dataclass(frozen=True, slots=True)
class KeySearch:
    """A key, or why there is none."""

    found: FoundKey | None
    says: str
    """Where it comes from, or why there is none, as a sentence for the screen. Never the key."""


def search_key(
    base_url: str,
    source: str,
    *,
    environment: Mapping[str, str],
    secrets: Mapping[str, object],
) -> KeySearch:
    """The key for this address out of ``source``; empty: the usual places."""
    if not source:
        return _usual(find_key(base_url, environment=environment, secrets=secrets))
    if problem := source_problem(source, base_url, environment=environment, secrets=secrets):
        return KeySearch(None, problem)
    if source in _USUAL:
        return _only(source, find_key(base_url, environment=environment, secrets=secrets))
    for named, place in _holding(source, environment, secrets):
        if _belongs(source, place, base_url):
            found = FoundKey(ApiKey(_said(place, source)), f"{source} in {named}")
            return KeySearch(found, f"The key comes from `{source}` in {named}.")
    return KeySearch(None, f"No key: `{source}` is neither in the environment nor in secrets.toml.")


def source_problem(
    source: str,
    base_url: str,
    *,
    environment: Mapping[str, str],
    secrets: Mapping[str, object],
) -> str:
    """Why this name cannot be the key source of this address, as a sentence; empty when it can."""
    if mask(source) != source or not _NAME.fullmatch(source):
        # The text is not repeated: it may be a key, pasted into the wrong field.
        return "The key source is the name of a variable that ends in `_API_KEY`, not a key."
    places = [place for _, place in _holding(source, environment, secrets)]
    if source in _USUAL or any(_belongs(source, place, base_url) for place in places):
        return ""
    if (hosts := _HOSTS.get(source)) and not _is_one_of(hosts, base_url):
        return f"The key in `{source}` belongs to {hosts[0]} and is not sent to another host."
    return _undeclared(source) if places else ""


def offered_sources(
    base_url: str, *, environment: Mapping[str, str], secrets: Mapping[str, object]
) -> tuple[str, ...]:
    """Names of keys that are here and belong to this address, in order."""
    names = sorted(name for name in {*environment, *secrets} if _NAME.fullmatch(name))
    searches = {
        name: search_key(base_url, name, environment=environment, secrets=secrets) for name in names
    }
    return tuple(name for name, search in searches.items() if search.found)


def _usual(found: FoundKey | None) -> KeySearch:
    if found is None:
        return KeySearch(None, _NOT_FOUND)
    return KeySearch(found, f"The key comes from `{found.source}`.")


def _only(source: str, found: FoundKey | None) -> KeySearch:
    if found and found.source.startswith(f"{source} in "):
        return _usual(found)
    return KeySearch(None, f"No key: `{source}` is not set, or belongs to another host.")


def _holding(
    source: str, environment: Mapping[str, str], secrets: Mapping[str, object]
) -> list[tuple[str, Mapping[str, object]]]:
    """The places where the variable holds something, each with its name."""
    places = (("the environment", environment), ("secrets.toml", secrets))
    return [(named, place) for named, place in places if _said(place, source)]


def _belongs(source: str, place: Mapping[str, object], base_url: str) -> bool:
    """Whether the key is this address's: a provider's own, or declared in the same place."""
    if hosts := _HOSTS.get(source):
        return _is_one_of(hosts, base_url)
    return _is_one_of((_said(place, _address_name(source)),), base_url)


def _address_name(source: str) -> str:
    return source.removesuffix("_API_KEY") + "_BASE_URL"


def _undeclared(source: str) -> str:
    return (
        f"The key in `{source}` is not declared for this address. Set `{_address_name(source)}` "
        "to it where the key is set, or put both into secrets.toml as `base_url` and `api_key` "
        "under `[gateways.NAME]` and leave the key source empty."
    )


def _is_one_of(addresses: tuple[str, ...], base_url: str) -> bool:
    # The whole origin counts: over plain http, or to another port, a key would be read on its way.
    wanted = _origin(base_url)
    return wanted is not None and any(wanted == _origin(address) for address in addresses)


def _origin(base_url: str) -> Origin | None:
    try:
        return origin(normalise_base_url(base_url))
    except AddressError:
        return None


def _said(place: Mapping[str, object], name: str) -> str:
    value = place.get(name)
    return value.strip() if isinstance(value, str) else ""
