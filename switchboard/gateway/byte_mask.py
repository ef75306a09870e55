"""Keeps a key out of what a gateway sends back, before anybody reads or keeps it.

A refusal may echo the key it refuses, whole (continuedev/continue#11409), and a reply may be cut
anywhere, the key's echo included.
"""

from collections.abc import Iterable, Iterator

_MASK = b"***"


def masked_pieces(pieces: Iterable[bytes], secrets: Iterable[str]) -> Iterator[bytes]:
    """The pieces with every secret masked. Only what may be a secret's beginning is held back."""
    for secret in filter(None, secrets):
        pieces = _masked(pieces, secret.encode())
    yield from pieces


def _masked(pieces: Iterable[bytes], secret: bytes) -> Iterator[bytes]:
    held = b""
    for piece in pieces:
        text = (held + piece).replace(secret, _MASK)
        end = len(text) - _beginning_at_end(text, secret)
        held = text[end:]
        if end:
            yield text[:end]
    if held:
        yield held


def _beginning_at_end(text: bytes, secret: bytes) -> int:
    """How many bytes at the end of the text may be the beginning of the secret."""
    longest = min(len(secret) - 1, len(text))
    return next((size for size in range(longest, 0, -1) if text.endswith(secret[:size])), 0)
