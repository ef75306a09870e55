"""Keys taken out of whatever is shown, kept or raised."""

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

_MASK = "***"

# What people type where a local server wants "any key": masking these words would only garble text.
_PLACEHOLDERS = frozenset({"lm-studio", "llama.cpp", "no-key-required", "not-needed", "anything"})
_SHORTEST_SECRET = 8

# A 401's body can echo the key, whole or in part (OpenAI: "Incorrect API key provided: sk-…").
# Raw JSON is masked as well: there a key may follow an escape (``\\nsk-…``), and what is masked
# must not take the backslash of the next one along.
_START = r"(?:\b|(?<=\\[bfnrt])|(?<=\\u[0-9a-fA-F]{4}))"
_HIDDEN = r"(?:\*{3}|\.{3}|…|•{3}|\\u2026|(?:\\u2022){3})"
_MORE = r"(?:[\w\-.*…•]|\\u202[26])"
_LOOKS_SECRET = re.compile(
    rf"{_START}(?P<plain>[sr]k-){_MORE}{{5,}}(?<!\.)"
    rf"|{_START}(?P<prefix>(?:pk|gsk|xai|hf|nvapi|r8|pplx|csk|fw)[-_]|AIza)"
    rf"(?:(?=[\w\-]{{0,40}}\d)[\w\-]{{16,}}|[\w\-]{{0,40}}{_HIDDEN}{_MORE}*(?<!\.))"
    rf"|{_START}(?P<scheme>(?:[Bb]earer|[Bb]asic|BEARER|BASIC)\s+)(?:\\/|[^\s\"',;}}\]\\]){{6,}}"
    # Without a known beginning, only stars beside what they leave (DeepSeek: ``****7890``).
    r"|(?<![\w*])[\w\-]{0,12}\*{4,}[\w\-]+|(?<![\w*])[\w\-]{2,12}\*{4,}",
    re.ASCII,
)
_SECRET_HEADER = re.compile(r"(?i)^(proxy-)?authorization$|cookie|key$|token$|secret$")
# A person names headers as they like; replies, whose x-ratelimit-remaining-tokens is no secret, do
# not hold a person's keys.
_SENT_SECRET = re.compile(r"(?i)auth|cookie|key|token|secret|passw|credential")


def mask(text: str, secrets: Iterable[str] = ()) -> str:
    """The text with every given secret, and whatever else looks like a key, replaced."""
    for form in sorted(_forms(secrets), key=len, reverse=True):
        text = text.replace(form, _MASK)
    return _LOOKS_SECRET.sub(_masked_match, text)


def is_telling(secret: str) -> bool:
    """Whether the text can be a real key rather than a word that happens to be typed as one."""
    return len(secret) >= _SHORTEST_SECRET and secret.lower() not in _PLACEHOLDERS


def masked_headers(headers: Mapping[str, str], secrets: Iterable[str] = ()) -> dict[str, str]:
    """The headers, in order, with the values of those that carry secrets replaced."""
    return {
        name: _MASK if _SECRET_HEADER.search(name) else mask(value, secrets)
        for name, value in headers.items()
    }


def masked_sent_headers(headers: Mapping[str, str], secrets: Iterable[str] = ()) -> dict[str, str]:
    """The headers of a request, in order, with every value masked whose name may be a key's."""
    return {
        name: _MASK if may_be_secret(name) else mask(value, secrets)
        for name, value in headers.items()
    }


def may_be_secret(name: str) -> bool:
    """Whether a request header of this name may carry a secret."""
    return _SENT_SECRET.search(name) is not None


def _forms(secrets: Iterable[str]) -> set[str]:
    """Each secret as it stands, as JSON writes it, and as a URL writes it."""
    telling = [secret for secret in secrets if is_telling(secret)]
    forms = set(telling)
    forms |= {json.dumps(secret)[1:-1] for secret in telling}
    forms |= {quote(secret, safe="") for secret in telling}
    return forms


def _masked_match(match: re.Match[str]) -> str:
    return (match["plain"] or match["prefix"] or match["scheme"] or "") + _MASK
