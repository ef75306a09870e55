"""Error replies as errors: what happened, then what to try."""

from collections.abc import Iterable
from http import HTTPStatus

from switchboard.errors import GatewayError, GatewayRefusal, ReplyUnreadable, StreamFault
from switchboard.gateway.advice import advice_on
from switchboard.gateway.envelopes import Envelope, read_envelope
from switchboard.gateway.json_text import NotJson, read_what_can_be_kept
from switchboard.gateway.masking import mask
from switchboard.gateway.redirects import redirect_place

_LONGEST_MESSAGE = 1_000
_LONGEST_BODY = 200_000


def refusal_of(
    status: int, body: bytes, secrets: Iterable[str], *, url: str = ""
) -> GatewayRefusal:
    """The error for a reply with an error status, whatever its body looks like; ``url`` is where it
    was asked for, if known."""
    text = body.decode("utf-8", "replace")
    envelope = _envelope_of(text)
    says = envelope.message if envelope else _page_or_words(text)
    named = f"The gateway refused the request ({_named(status)})"
    return GatewayRefusal(
        _sentence(named, says, secrets),
        advice=advice_on(status, envelope, text, url=url),
        status=status,
        body=kept_body(text, secrets),
        **_fields(envelope, secrets),
    )


def refusal_in(value: object, body: str, *, status: int, secrets: Iterable[str]) -> GatewayRefusal:
    """The error for an error envelope that came with a good status."""
    envelope = read_envelope(value) or Envelope("no reason given")
    return GatewayRefusal(
        _sentence("The gateway answered with an error", envelope.message, secrets),
        advice=advice_on(envelope.status, envelope),
        status=envelope.status or status,
        body=kept_body(body, secrets),
        **_fields(envelope, secrets),
    )


def fault_in(value: object, body: str, secrets: Iterable[str]) -> StreamFault:
    """The error for an error object inside a stream that began well."""
    envelope = read_envelope(value) or Envelope("no reason given")
    return StreamFault(
        _sentence("The gateway broke off with an error", envelope.message, secrets),
        advice=advice_on(envelope.status, envelope),
        status=envelope.status,
        body=kept_body(body, secrets),
        **_fields(envelope, secrets),
    )


def redirect_of(status: int, location: str, body: bytes, secrets: Iterable[str]) -> ReplyUnreadable:
    """The error for a redirect, which is never followed: it would turn POST into GET, or take the
    key to another host."""
    place = redirect_place(location)
    target = f" to {mask(place.address, secrets)!r}" if place.address else ""
    unsent = ": neither the request nor a key was sent there" if place.is_absolute else ""
    return ReplyUnreadable(
        f"The gateway redirects{target} ({_named(status)}). Redirects are not followed{unsent}.",
        advice=place.advice,
        status=status,
        body=kept_body(body.decode("utf-8", "replace"), secrets),
    )


def attempt_in(error: GatewayError) -> str:
    """What the model had written when the gateway refused its call (Groq); empty for any other
    error. Keys are masked in it, as in the body that it is taken from."""
    envelope = _envelope_of(error.body)
    return envelope.failed_generation or "" if envelope else ""


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
            if envelope := read_envelope(read_what_can_be_kept(candidate)):
                return envelope
        except NotJson:
            continue
    return None


def _event_data(text: str) -> list[str]:
    """Some gateways send even a refusal as an event stream."""
    return [line[5:] for line in text.splitlines()[:50] if line.startswith("data:")]


def _page_or_words(text: str) -> str:
    stripped = text.strip()
    if stripped.startswith("<") and not _is_xml(stripped):
        title = title_of(stripped)
        return f"a web page titled {title!r}" if title else "a web page"
    return stripped


def _is_xml(text: str) -> bool:
    """Whether the text is XML that is no page, such as an object store's error."""
    return text.startswith("<?xml") and "<html" not in text[:_LONGEST_MESSAGE].lower()


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


def _fields(envelope: Envelope | None, secrets: Iterable[str]) -> dict[str, str | None]:
    if envelope is None:
        return {}
    said = {"type": envelope.type, "param": envelope.param, "code": envelope.code}
    return {key: mask(text, secrets) if text else None for key, text in said.items()}
