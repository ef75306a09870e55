"""What is wrong with the settings, each with the setting's name as the first step of its path.

Whether a schema is one is for ``tools.check_schema`` to say.
"""

import re
from collections.abc import Iterator, Mapping

from switchboard.payload.header_checks import header_problems
from switchboard.payload.json_object import is_too_deep, json_object
from switchboard.payload.secret_fields import secret_fields
from switchboard.problems import Problem
from switchboard.settings import Settings

_FORMAT_NAME = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_TOKEN_ID = re.compile(r"[0-9]{1,9}")
_MOST_STOPS = 4
_MOST_PAIRS = 16
_LONGEST_KEY = 64
_LONGEST_VALUE = 512
_LONGEST_IDENTIFIER = 64
_LARGEST_BIAS = 100


def settings_problems(settings: Settings) -> tuple[Problem, ...]:
    """Everything that must be mended before these settings are sent, as sentences.

    Limits: OpenAI's API reference, ``POST /v1/chat/completions``.
    """
    return (
        *_format_problems(settings),
        *_stop_problems(settings.stop),
        *_bias_problems(settings.logit_bias),
        *_metadata_problems(settings.metadata),
        *_identifier_problems(settings.safety_identifier or ""),
        *header_problems(settings.extra_headers),
        *_extra_body_problems(settings.extra_body),
    )


def _format_problems(settings: Settings) -> Iterator[Problem]:
    wanted = settings.response_format
    if wanted and wanted.kind == "json_schema" and not _FORMAT_NAME.fullmatch(wanted.name):
        yield Problem(
            "The response format's name must be 1 to 64 letters, digits, _ and -.",
            ("response_format", "name"),
        )


def _stop_problems(stop: tuple[str, ...]) -> Iterator[Problem]:
    if len(stop) > _MOST_STOPS:
        message = f"There are {len(stop)} stop texts; a request takes at most four. Remove some."
        yield Problem(message, ("stop",))
    if "" in stop:
        yield Problem("A stop text is empty. Remove it.", ("stop",))


def _bias_problems(bias: Mapping[str, int]) -> Iterator[Problem]:
    for token, value in bias.items():
        if not _TOKEN_ID.fullmatch(token):
            message = (
                f"The logit bias {token[:40]!r} can't be read. "
                "Write a token id and a number, such as 50256: -100."
            )
            yield Problem(message, ("logit_bias", token))
        elif abs(value) > _LARGEST_BIAS:
            message = f"The logit bias of token {token} is {value}; it must be -100 to 100."
            yield Problem(message, ("logit_bias", token))


def _metadata_problems(metadata: Mapping[str, str]) -> Iterator[Problem]:
    if len(metadata) > _MOST_PAIRS:
        message = f"There are {len(metadata)} pairs of metadata; a request takes at most 16."
        yield Problem(message, ("metadata",))
    for key, value in metadata.items():
        if not key:
            message = (
                f"The metadata line {_first_line(value)!r} can't be read. "
                "Write a name, a colon and a value, such as project: demo."
            )
            yield Problem(message, ("metadata", key))
        elif len(key) > _LONGEST_KEY:
            message = f"A metadata name has at most 64 characters: {key[:20]!r}… is longer."
            yield Problem(message, ("metadata", key))
        if key and len(value) > _LONGEST_VALUE:
            message = f"The metadata {key[:40]!r} has {len(value)} characters; 512 are the most."
            yield Problem(message, ("metadata", key))


def _first_line(text: str) -> str:
    return text.partition("\n")[0][:40]


def _identifier_problems(identifier: str) -> Iterator[Problem]:
    if len(identifier) > _LONGEST_IDENTIFIER:
        message = f"The safety identifier has {len(identifier)} characters; 64 are the most."
        yield Problem(message, ("safety_identifier",))


def _extra_body_problems(text: str) -> Iterator[Problem]:
    fields = json_object(text)
    if text.strip() and fields is None:
        message = 'The extra JSON is not a JSON object. Write one, such as {"top_k": 40}.'
        if is_too_deep(text):
            message = "The extra JSON is nested too deeply; 200 levels are the most."
        yield Problem(message, ("extra_body",))
    for path in secret_fields(fields):
        # No value is ever told: it may be a key.
        message = (
            f"The extra JSON's field {str(path[-1])[:40]!r} looks as if it held a key, and keys are"
            " never saved. Remove it, and type the key into its own field in the sidebar."
        )
        yield Problem(message, ("extra_body", *path))
