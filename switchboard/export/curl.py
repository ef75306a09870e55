"""A request as a cURL command for a POSIX shell."""

import shlex
from urllib.parse import urlsplit

from switchboard.export.json_text import readable_json
from switchboard.wire import JsonObject

# Linux takes at most 128 KiB as one argument (MAX_ARG_STRLEN); a here-document has no such limit.
_LONGEST_ARGUMENT = 100_000

_END = "END_OF_REQUEST"
_ENDPOINT = "/chat/completions"


def curl_command(base_url: str, body: JsonObject, *, stream: bool, has_key: bool = True) -> str:
    """The command that sends the same body to ``base_url``; runs as pasted into sh, bash or zsh.

    The key is read from the environment where the command is run; it is never in the command.
    Without ``has_key`` none is sent.
    """
    lines = [
        f"curl {shlex.quote(_address(base_url))}",
        "-H 'Content-Type: application/json'",
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


def _body_argument(text: str) -> str:
    if len(text.encode()) <= _LONGEST_ARGUMENT:
        return f"--data-raw {shlex.quote(text)}"
    # No line of JSON is a bare word, so the text cannot end the here-document early.
    return f"--data-binary @- <<'{_END}'\n{text}\n{_END}"
