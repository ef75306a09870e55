"""A request as a cURL command for a POSIX shell."""

import re
import shlex
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from switchboard.export.json_text import readable_json
from switchboard.wire import JsonObject

# Linux takes at most 128 KiB as one argument (MAX_ARG_STRLEN); a here-document has no such limit.
_LONGEST_ARGUMENT = 100_000

_END = "END_OF_REQUEST"
_ENDPOINT = "/chat/completions"
_MASK = "***"
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


def curl_command(
    base_url: str,
    body: JsonObject,
    *,
    stream: bool,
    has_key: bool = True,
    headers: Mapping[str, str] = _NO_HEADERS,
) -> str:
    """The command that sends the same body to ``base_url``; runs as pasted into sh, bash or zsh.

    The key is read from the environment where the command is run; it is never in the command.
    Without ``has_key`` none is sent. ``headers``: a person's own, secrets masked; a masked value is
    read from the environment as well.
    """
    lines = [
        f"curl {shlex.quote(_address(base_url))}",
        *_header_arguments(headers),
        *([f'-H "Authorization: Bearer ${_key_variable(base_url)}"'] if has_key else []),
        *(["--no-buffer"] if stream else []),
    ]
    return " \\\n  ".join(lines) + " \\\n  " + _body_argument(readable_json(body))


def _address(base_url: str) -> str:
    base, mark, query = base_url.partition("?")
    return base.rstrip("/").removesuffix(_ENDPOINT) + _ENDPOINT + mark + query


def _key_variable(base_url: str) -> str:
    is_openai = (urlsplit(base_url).hostname or "").endswith(".openai.com")
    return "OPENAI_API_KEY" if is_openai else "SWITCHBOARD_API_KEY"


def is_masked(value: str) -> bool:
    """Whether the value of a header was kept with its secret left out."""
    return _MASK in value


def _header_arguments(headers: Mapping[str, str]) -> Iterator[str]:
    if "content-type" not in {name.lower() for name in headers}:
        yield "-H 'Content-Type: application/json'"
    for name, value in headers.items():
        yield _header(name, value)


def _header(name: str, value: str) -> str:
    if not is_masked(value):
        return f"-H {shlex.quote(f'{name}: {value}')}"
    # Apart from the variable, for a name may hold `$` and backticks, which a shell reads.
    return f'-H {shlex.quote(f"{name}: ")}"${_header_variable(name)}"'


def _header_variable(name: str) -> str:
    return "HEADER_" + re.sub("[^A-Z0-9]", "_", name.upper())


def _body_argument(text: str) -> str:
    if len(text.encode()) <= _LONGEST_ARGUMENT:
        return f"--data-raw {shlex.quote(text)}"
    # No line of JSON is a bare word, so the text cannot end the here-document early.
    return f"--data-binary @- <<'{_END}'\n{text}\n{_END}"
