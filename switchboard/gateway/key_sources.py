"""A key from the place a person has named for a gateway: a variable or a secret."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from switchboard.errors import AddressError
from switchboard.gateway.addresses import normalise_base_url, origin
from switchboard.gateway.find_key import find_key
from switchboard.gateway.keys import ApiKey, FoundKey
from switchboard.gateway.masking import mask

# Whoever may use the page may name a variable, so a name must say that it holds a gateway's key:
# no other secret of this machine can be sent anywhere from here.
_NAME = re.compile(r"[A-Z][A-Z0-9_]{0,60}_API_KEY")

# A key never goes to another host than the one it belongs to (providers' pages, November 2026).
_HOSTS = {
    "OPENAI_API_KEY": ("api.openai.com",),
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
    if problem := source_problem(source, base_url):
        return KeySearch(None, problem)
    if source in _USUAL:
        return _only(source, find_key(base_url, environment=environment, secrets=secrets))
    for place, named in ((environment, "the environment"), (secrets, "secrets.toml")):
        value = place.get(source)
        if isinstance(value, str) and value.strip():
            found = FoundKey(ApiKey(value), f"{source} in {named}")
            return KeySearch(found, f"The key comes from `{source}` in {named}.")
    return KeySearch(None, f"No key: `{source}` is neither in the environment nor in secrets.toml.")


def source_problem(source: str, base_url: str) -> str:
    """Why this name cannot be a gateway's key source, as a sentence; empty when it can."""
    if mask(source) != source or not _NAME.fullmatch(source):
        # The text is not repeated: it may be a key, pasted into the wrong field.
        return "The key source is the name of a variable that ends in `_API_KEY`, not a key."
    hosts = _HOSTS.get(source, ())
    if hosts and source not in _USUAL and not _is_one_of(hosts, base_url):
        return f"The key in `{source}` belongs to {hosts[0]} and is not sent to another host."
    return ""


def offered_sources(
    base_url: str, *, environment: Mapping[str, str], secrets: Mapping[str, object]
) -> tuple[str, ...]:
    """Names that hold something here and may serve this address, in order."""
    names = {*environment, *(name for name, value in secrets.items() if isinstance(value, str))}
    return tuple(sorted(name for name in names if not source_problem(name, base_url)))


def _usual(found: FoundKey | None) -> KeySearch:
    if found is None:
        return KeySearch(None, _NOT_FOUND)
    return KeySearch(found, f"The key comes from `{found.source}`.")


def _only(source: str, found: FoundKey | None) -> KeySearch:
    if found and found.source.startswith(f"{source} in "):
        return _usual(found)
    return KeySearch(None, f"No key: `{source}` is not set, or belongs to another host.")


def _is_one_of(hosts: tuple[str, ...], base_url: str) -> bool:
    # The whole origin counts: over plain http, or to another port, a key would be read on its way.
    try:
        wanted = origin(normalise_base_url(base_url))
    except AddressError:
        return False
    return any(wanted == origin(f"https://{host}") for host in hosts)
