"""A server's keys taken out of what it says."""

from collections.abc import Iterable

_MASK = "•••"


def masked(text: str, secrets: Iterable[str]) -> str:
    """The text without the secrets."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = text.replace(secret, _MASK)
    return text
