"""The operator's keys taken out of what a host says."""

import base64
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from urllib.parse import quote

MASK = "•••"
# What these say is no secret, and masking it would garble replies.
_PLAIN = frozenset({"accept", "accept-charset", "accept-language", "content-type", "user-agent"})
_SHORTEST, _SHORTEST_WORD = 4, 8


def header_secrets(headers: Mapping[str, str]) -> frozenset[str]:
    """The values, and what in them may be told alone: a key without its "Bearer"."""
    values = [value.strip() for name, value in headers.items() if name.lower() not in _PLAIN]
    words = [word for value in values for word in value.split() if len(word) >= _SHORTEST_WORD]
    passwords = [word for value in values for word in _basic(value)]
    return frozenset(each for each in (*values, *words, *passwords) if len(each) >= _SHORTEST)


def masked(text: str, secrets: Iterable[str]) -> str:
    """The text without the secrets, as they stand, as JSON and as URLs write them."""
    for form in sorted(_forms(secrets), key=len, reverse=True):
        text = text.replace(form, MASK)
    return text


def without_cut_secret(text: str, secrets: Iterable[str]) -> str:
    """A text that was cut, without the beginning of a secret that may stand at its end."""
    ends = (_beginning_at_end(text, form) for form in _forms(secrets))
    return text[: len(text) - max(ends, default=0)]


def _beginning_at_end(text: str, form: str) -> int:
    sizes = range(min(len(form) - 1, len(text)), 0, -1)
    return next((size for size in sizes if text.endswith(form[:size])), 0)


def _forms(secrets: Iterable[str]) -> set[str]:
    forms: set[str] = set()
    for secret in secrets:
        as_json = {json.dumps(secret, ensure_ascii=each)[1:-1] for each in (True, False)}
        # Some writers of JSON (PHP's) escape slashes.
        as_json |= {each.replace("/", "\\/") for each in as_json}
        forms |= {secret, *as_json, quote(secret, safe=""), quote(secret)}
    return forms


def _basic(value: str) -> Iterator[str]:
    """The user name with its password, and the password, of HTTP's Basic."""
    scheme, _, coded = value.partition(" ")
    if scheme.lower() == "basic":
        with suppress(ValueError):
            pair = base64.b64decode(coded).decode()
            yield pair
            yield pair.partition(":")[2]
