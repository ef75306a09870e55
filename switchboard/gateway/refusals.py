"""Error replies as errors: what happened, then what to try."""

import re
from collections.abc import Iterable
from http import HTTPStatus

from switchboard.errors import GatewayRefusal, ReplyUnreadable, StreamFault
from switchboard.gateway.envelopes import Envelope, read_envelope
from switchboard.gateway.json_text import NotJson, read_json
from switchboard.gateway.masking import mask

_LONGEST_MESSAGE = 1_000
_LONGEST_BODY = 200_000

_A_MODEL = re.compile(r"(?i)\bmodel\b")

_ADVICE = {
    400: "Change what the gateway names and send again.",
    401: "Check the API key of this gateway.",
    402: "The account has no credit left; top it up or pick another gateway.",
    403: "This key may not use this model or address.",
    404: "Check the model's name, and whether the base URL is missing /v1.",
    405: "Check the base URL; /v1 may be missing.",
    408: "Try again.",
    413: "Send less: fewer or smaller messages, tools or images.",
    422: "Change what the gateway names and send again.",
    429: "Wait a little and try again; if it goes on, check the account's limits.",
}
_ADVICE_5XX = "The fault is the gateway's; try again in a moment."
_MODEL = "Pick another model from the list, or check how this one is spelt."
_QUOTA = "The account's quota is used up; waiting will not help. Check its plan and billing."


def refusal_of(status: int, body: bytes, secrets: Iterable[str]) -> GatewayRefusal:
    """The error for a reply with an error status, whatever its body looks like."""
    text = body.decode("utf-8", "replace")
    envelope = _envelope_of(text)
    says = envelope.message if envelope else _page_or_words(text)
    named = f"The gateway refused the request ({_named(status)})"
    return GatewayRefusal(
        _sentence(named, says, secrets),
        advice=_advice(status, envelope),
        status=status,
        body=kept_body(text, secrets),
        **_fields(envelope, secrets),
    )


def refusal_in(value: object, body: str, *, status: int, secrets: Iterable[str]) -> GatewayRefusal:
    """The error for an error envelope that came with a good status."""
    envelope = read_envelope(value) or Envelope("no reason given")
    return GatewayRefusal(
        _sentence("The gateway answered with an error", envelope.message, secrets),
        advice=_advice(envelope.status or 0, envelope),
        status=envelope.status or status,
        body=kept_body(body, secrets),
        **_fields(envelope, secrets),
    )


def fault_in(value: object, body: str, secrets: Iterable[str]) -> StreamFault:
    """The error for an error object inside a stream that began well."""
    envelope = read_envelope(value) or Envelope("no reason given")
    return StreamFault(
        _sentence("The gateway broke off with an error", envelope.message, secrets),
        advice=_advice(envelope.status or 0, envelope),
        status=envelope.status,
        body=kept_body(body, secrets),
        **_fields(envelope, secrets),
    )


def redirect_of(status: int, location: str, body: bytes, secrets: Iterable[str]) -> ReplyUnreadable:
    """The error for a redirect, which is never followed: it would turn POST into GET, or take the
    key to another host."""
    target = f" to {mask(location, secrets)!r}" if location else ""
    return ReplyUnreadable(
        f"The gateway redirects{target} ({_named(status)}); redirects are not followed.",
        advice="If you trust that address, set it as the base URL.",
        status=status,
        body=kept_body(body.decode("utf-8", "replace"), secrets),
    )


def kept_body(text: str, secrets: Iterable[str]) -> str:
    """The body for showing folded: keys masked, the end of a very long one left out."""
    return mask(text[:_LONGEST_BODY], secrets)


def title_of(page: str) -> str:
    """What an HTML page calls itself, empty when it does not."""
    lower = page[:_LONGEST_BODY].lower()
    start = lower.find("<title")
    start = lower.find(">", start) + 1 if start >= 0 else 0
    end = lower.find("<", start)
    return " ".join(page[start:end].split())[:120] if start and end >= 0 else ""


def _envelope_of(text: str) -> Envelope | None:
    for candidate in (text, *_event_data(text)):
        try:
            if envelope := read_envelope(read_json(candidate)):
                return envelope
        except NotJson:
            continue
    return None


def _event_data(text: str) -> list[str]:
    """Some gateways send even a refusal as an event stream."""
    return [line[5:] for line in text.splitlines()[:50] if line.startswith("data:")]


def _page_or_words(text: str) -> str:
    stripped = text.strip()
    if stripped.startswith("<"):
        title = title_of(stripped)
        return f"a web page titled {title!r}" if title else "a web page"
    return stripped


def _sentence(start: str, says: str, secrets: Iterable[str]) -> str:
    says = mask(" ".join(says.split()), secrets)
    if len(says) > _LONGEST_MESSAGE:
        says = says[:_LONGEST_MESSAGE] + "…"
    return f"{start}: {says}" if says else f"{start} without a word."


def _named(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _advice(status: int, envelope: Envelope | None) -> str:
    if envelope and "insufficient_quota" in (envelope.code, envelope.type):
        return _QUOTA
    if envelope and _misses_the_model(status, envelope):
        return _MODEL
    return _ADVICE.get(status, _ADVICE_5XX if status >= 500 else "")


def _misses_the_model(status: int, envelope: Envelope) -> bool:
    """Whether the address was right and only the model is not there. OpenAI gives the code, vLLM
    the parameter, Ollama nothing but words."""
    if envelope.code == "model_not_found":
        return True
    return status == 404 and (envelope.param == "model" or bool(_A_MODEL.search(envelope.message)))


def _fields(envelope: Envelope | None, secrets: Iterable[str]) -> dict[str, str | None]:
    if envelope is None:
        return {}
    said = {"type": envelope.type, "param": envelope.param, "code": envelope.code}
    return {key: mask(text, secrets) if text else None for key, text in said.items()}
