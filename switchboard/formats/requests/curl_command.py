"""A cURL command as what it would send; it is never run, and no file it names is opened."""

from collections.abc import Iterator
from dataclasses import dataclass

from switchboard.formats.requests.cmd_words import cmd_words, is_cmd
from switchboard.formats.requests.curl_options import DATA, FROM_FILES, KEYS, options_in
from switchboard.formats.requests.shell_words import Words, shell_words
from switchboard.formats.wording import code
from switchboard.problems import Problem

_STANDARD_INPUT = "@-"
_NOT_JSON = {
    "--form": "a form",
    "--form-string": "a form",
    "--upload-file": "a file",
}


@dataclass(frozen=True, slots=True)
class CurlCommand:
    """What the command would send."""

    url: str
    headers: tuple[tuple[str, str], ...]
    body: str | None
    has_key: bool = False
    """Whether an option gives a name, a password, a token or a cookie."""

    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_curl(text: str) -> CurlCommand:
    """The request of the first command in the text."""
    split = Words(cmd_words(text)) if is_cmd(text) else shell_words(text)
    options = options_in(_arguments(split.words))
    urls = [value for name, value in options if name == "--url"]
    bodies = [(name, value) for name, value in options if name in DATA]
    return CurlCommand(
        url=urls[0] if urls else "",
        headers=tuple(_headers(value for name, value in options if name == "--header")),
        body=_body(bodies, split.here),
        has_key=any(name in KEYS for name, _ in options),
        problems=tuple(_problems(split, options, bodies)),
        notes=tuple(_notes(split, urls)),
    )


def _arguments(words: tuple[str, ...]) -> tuple[str, ...]:
    """What follows ``curl``, and not a prompt or a variable before it."""
    for at, word in enumerate(words):
        if is_program(word):
            return words[at + 1 :]
    return ()


def is_program(word: str) -> bool:
    """Whether the word names curl."""
    return word.replace("\\", "/").rpartition("/")[2].lower() in ("curl", "curl.exe")


def _headers(written: Iterator[str]) -> Iterator[tuple[str, str]]:
    for each in written:
        name, colon, value = each.partition(":")
        if colon and name.strip():
            yield name.strip(), value.strip()


def _body(bodies: list[tuple[str, str]], here: str | None) -> str | None:
    """The data joined as curl joins it: ``--json`` to one text, the others by ``&``."""
    texts = [_given(name, value, here) for name, value in bodies]
    if not texts:
        return None
    return ("" if bodies[0][0] == "--json" else "&").join(texts)


def _given(name: str, value: str, here: str | None) -> str:
    if name in FROM_FILES and value == _STANDARD_INPUT:
        return here or ""
    return value


def _problems(
    split: Words, options: list[tuple[str, str]], bodies: list[tuple[str, str]]
) -> Iterator[Problem]:
    if split.is_open:
        yield Problem("A quotation mark in this command is never closed. Copy all of it.")
    for name, value in bodies:
        if (
            name in FROM_FILES
            and value.startswith("@")
            and not (value == _STANDARD_INPUT and split.here is not None)
        ):
            yield Problem(
                f"The body stands in the file {code(value[1:])}, which is not opened. Paste its"
                " text in place of it."
            )
    for name, value in options:
        if name in _NOT_JSON:
            yield Problem(f"{code(name)} sends {_NOT_JSON[name]}; a request to a model is JSON.")
        if name == "--config":
            yield Problem(f"The file {code(value)} of options is not opened.")


def _notes(split: Words, urls: list[str]) -> Iterator[str]:
    if split.rest:
        yield "Only the first command was read, and not what follows it."
    if len(urls) > 1:
        yield f"Only the first address was read; there are {len(urls)}."
