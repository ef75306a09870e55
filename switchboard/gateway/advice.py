"""What to try after a refusal: by what the gateway names, then by its status."""

import re

from switchboard.gateway.envelopes import Envelope
from switchboard.gateway.page_advice import has_version

_A_MODEL = re.compile(r"(?i)\bmodel\b")
_A_KEY = re.compile(r"(?i)\bapi[ _-]?key\b")
_PLAIN_TO_TLS = re.compile(r"(?i)http request (?:was sent )?to (?:an )?https")

_NAMED = "Change what the gateway names and send again."
_UNNAMED = "Try it with fewer settings and tools, or check the base URL."
_KEY = "Check the API key of this gateway."
_LESS = "Send less: fewer or smaller messages, tools or images."
_SLOWER = "Wait a little and try again; if it goes on, check the account's limits."
_MODEL = "Pick another model from the list, or check how this one is spelt."
_QUOTA = "The account's quota is used up; waiting will not help. Check its plan and billing."
_CREDIT = "The account has no credit left; top it up or pick another gateway."
_BUSY = "The gateway is overloaded or just starting; try again in a moment."
_BEHIND = "What stands behind the gateway does not answer; try again in a moment."
_FAULT = "The fault is the gateway's; try again in a moment."
_SCHEME = "Write the base URL with https://."

_BY_STATUS = {
    400: _NAMED,
    401: _KEY,
    402: _CREDIT,
    403: "This key may not use this model or address.",
    404: "Check the model's name, and whether the base URL is missing /v1.",
    405: "Check the base URL; /v1 may be missing.",
    407: "The proxy wants a login: check HTTP_PROXY and HTTPS_PROXY.",
    408: "Try again.",
    409: "Try again.",
    413: _LESS,
    422: _NAMED,
    429: _SLOWER,
    431: "Send fewer or shorter extra headers.",
    451: "The gateway may not serve this place or this request; pick another one.",
    502: _BEHIND,
    503: _BUSY,
    504: _BEHIND,
    529: _BUSY,
}

_WITH_VERSION = {
    404: "Check the model's name, and whether the base URL is right.",
    405: "Check the base URL.",
}
"""Where the address that was asked has its version, a missing one is no cause."""

# Words gateways put into ``code`` or ``type``, told also where no status is: inside a stream.
_BY_WORD = {
    "insufficient_quota": _QUOTA,
    "model_not_found": _MODEL,
    "invalid_api_key": _KEY,
    "authentication_error": _KEY,
    "API_KEY_INVALID": _KEY,
    "context_length_exceeded": _LESS,
    "string_above_max_length": _LESS,
    "rate_limit_exceeded": _SLOWER,
    "rate_limit_error": _SLOWER,
    "overloaded_error": _BUSY,
    "server_error": _FAULT,
    "api_error": _FAULT,
}
_BROAD = frozenset({"api_error"})
"""Said of all sorts of things, so that a status counts before it (Ollama: of a missing model)."""


def advice_on(
    status: int | None, envelope: Envelope | None, body: str = "", *, url: str = ""
) -> str:
    """One sentence, empty where nothing is known. ``status`` is ``None`` inside a stream that does
    not give one; ``url`` is where it was asked, if known."""
    if _PLAIN_TO_TLS.search(body[:2_000]):
        return _SCHEME
    if envelope and (advice := _by_words(status, envelope)):
        return advice
    if envelope is None and status in (400, 422) and not _says(body):
        return _UNNAMED
    if has_version(url) and status in _WITH_VERSION:
        return _WITH_VERSION[status]
    return _BY_STATUS.get(status or 0, _FAULT if status and status >= 500 else "")


def _by_words(status: int | None, envelope: Envelope) -> str:
    for word in (envelope.code, envelope.type):
        if word and not (status and word in _BROAD) and (advice := _BY_WORD.get(word)):
            return advice
    if status == 404 and _misses_the_model(envelope):
        return _MODEL
    # Gemini answers a wrong key with 400.
    return _KEY if status == 400 and _A_KEY.search(envelope.message) else ""


def _misses_the_model(envelope: Envelope) -> bool:
    """Whether the address was right and only the model is not there. OpenAI gives a code, vLLM the
    parameter, Ollama nothing but words."""
    return envelope.param == "model" or bool(_A_MODEL.search(envelope.message))


def _says(body: str) -> bool:
    """Whether the body holds words for the reader, rather than nothing or a page."""
    return bool(body.strip()) and not body.lstrip().startswith("<")
