"""Fields of a person's own JSON that hold a key, by their names: a key has a field of its own in
the sidebar, where it is never saved."""

import re
from collections.abc import Iterator

from switchboard import wire

_BETWEEN_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+")
_SECRET = re.compile(
    r"secret|passw|passphrase|credential|cookie|authori[sz]|bearer"
    r"|(?:api|access|private)key|(?:access|auth)token"
    r"|(?:^|_)auth(?:_|$)|(?:^|_)(?:keys?|token|pwd)$"
)
# Fields of requests that are named alike (OpenAI's API reference; vLLM, SGLang and TGI's docs).
_HARMLESS = frozenset(
    {"prompt_cache_key", "cache_key", "bos_token", "eos_token", "pad_token", "stop_token"}
)

Path = tuple[str | int, ...]


def is_secret_field(name: str) -> bool:
    """Whether a field of this name may hold a key, however its words are joined."""
    words = _BETWEEN_WORDS.sub("_", name).lower().strip("_")
    return words not in _HARMLESS and _SECRET.search(words) is not None


def secret_fields(value: wire.Json, path: Path = ()) -> Iterator[Path]:
    """Where such fields hold text, at any depth. Numbers and switches are no keys."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from secret_fields(item, (*path, index))
    elif isinstance(value, dict):
        for name, inner in value.items():
            if is_secret_field(name) and _is_text(inner):
                yield (*path, name)
            else:
                yield from secret_fields(inner, (*path, name))


def _is_text(value: wire.Json) -> bool:
    if isinstance(value, list):
        return any(_is_text(item) for item in value)
    return isinstance(value, str) and value != ""
