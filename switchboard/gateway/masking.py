"""Keys taken out of whatever is shown, kept or raised."""

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

_MASK = "***"

# What people type where a local server wants "any key": masking these words would only garble text.
_PLACEHOLDERS = frozenset({"none", "null", "empty", "ollama", "dummy", "local", "lm-studio"})
_SHORTEST_SECRET = 4

# A 401's body can echo the key, whole or in part (OpenAI: "Incorrect API key provided: sk-…").
_LOOKS_SECRET = re.compile(
    r"\b(?P<kind>(?:sk|rk|pk|gsk|xai|hf|nvapi|key|r8|pplx|csk|fw)[-_])[A-Za-z0-9_\-.*]{6,}"
    r"|\b(?P<google>AIza)[A-Za-z0-9_\-]{10,}"
    r"|\b(?P<scheme>(?i:bearer|basic)\s+)[^\s\"',;}\]]+"
)
_SECRET_HEADER = re.compile(r"(?i)^(proxy-)?authorization$|cookie|key$|token$|secret$")


def mask(text: str, secrets: Iterable[str] = ()) -> str:
    """The text with every given secret, and whatever else looks like a key, replaced."""
    for form in sorted(_forms(secrets), key=len, reverse=True):
        text = text.replace(form, _MASK)
    return _LOOKS_SECRET.sub(_masked_match, text)


def masked_headers(headers: Mapping[str, str], secrets: Iterable[str] = ()) -> dict[str, str]:
    """The headers, in order, with the values of those that carry secrets replaced."""
    return {
        name: _MASK if _SECRET_HEADER.search(name) else mask(value, secrets)
        for name, value in headers.items()
    }


def _forms(secrets: Iterable[str]) -> set[str]:
    """Each secret as it stands, as JSON writes it, and as a URL writes it."""
    telling = [secret for secret in secrets if _is_telling(secret)]
    forms = set(telling)
    forms |= {json.dumps(secret)[1:-1] for secret in telling}
    forms |= {quote(secret, safe="") for secret in telling}
    return forms


def _is_telling(secret: str) -> bool:
    return len(secret) >= _SHORTEST_SECRET and secret.lower() not in _PLACEHOLDERS


def _masked_match(match: re.Match[str]) -> str:
    kind = match["kind"] or match["google"] or match["scheme"]
    return kind + _MASK
