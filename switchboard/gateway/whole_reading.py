"""A reply that was not streamed, read into an assembly when all of it is there."""

from collections.abc import Iterable
from typing import Any

from switchboard.errors import ReplyUnreadable
from switchboard.gateway import notes as said
from switchboard.gateway.assembly import ReplyAssembly
from switchboard.gateway.envelopes import read_envelope
from switchboard.gateway.json_text import NotJson, read_json, read_what_can_be_kept
from switchboard.gateway.page_advice import advice_on_address
from switchboard.gateway.refusals import kept_body, refusal_in
from switchboard.gateway.surrogates import may_hold_halves

_TRY_AGAIN = "Try again."


def read_whole(
    assembly: ReplyAssembly, body: bytes, *, status: int, secrets: Iterable[str], url: str = ""
) -> None:
    """Reads a JSON body. Raises ``GatewayRefusal`` for an error envelope, ``ReplyUnreadable`` for
    anything else that is no chat completion; ``url`` is where it was asked for."""
    text = _decoded(assembly, body)
    assembly.may_hold_halves = may_hold_halves(text)
    values = _values(assembly, text, secrets)
    for value in values:
        if isinstance(value, dict):
            assembly.take(value, whole=len(values) == 1)
        _check(value, text, status=status, secrets=secrets, url=url)
    if assembly.error_in_choice:
        raise refusal_in(assembly.error_in_choice, text, status=status, secrets=secrets)
    if not assembly.has_choices:
        raise _no_completion("The gateway's reply holds no answer.", text, secrets, _TRY_AGAIN)
    assembly.end()


def _decoded(assembly: ReplyAssembly, body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        assembly.notes.add(said.NOT_UTF8)
        return body.decode("utf-8-sig", "replace")


def _values(assembly: ReplyAssembly, text: str, secrets: Iterable[str]) -> list[Any]:
    try:
        return [_value(assembly, text)]
    except NotJson:
        lines = _lines(assembly, text)
    if lines is None:
        raise _no_completion("The gateway's reply is broken JSON.", text, secrets, _TRY_AGAIN)
    assembly.notes.add(said.LINES_OF_JSON)
    return lines


def _value(assembly: ReplyAssembly, text: str) -> Any:
    try:
        return read_json(text)
    except NotJson:
        value = read_what_can_be_kept(text)
    assembly.notes.add(said.TOO_LARGE)
    return value


def _lines(assembly: ReplyAssembly, text: str) -> list[Any] | None:
    """Each line's value, ``None`` unless every line is an object by itself."""
    lines = [line for line in text.split("\n") if line.strip()]
    try:
        values = [_value(assembly, line) for line in lines]
    except NotJson:
        return None
    return values if all(isinstance(value, dict) for value in values) else None


def _check(value: Any, text: str, *, status: int, secrets: Iterable[str], url: str) -> None:
    if not isinstance(value, dict) or not isinstance(value.get("choices"), list):
        if not _is_native(value) and read_envelope(value) is not None:
            raise refusal_in(value, text, status=status, secrets=secrets)
        message = "The gateway's reply is JSON, but no chat completion."
        raise _no_completion(message, text, secrets, advice_on_address(url))
    if value.get("error"):
        raise refusal_in(value, text, status=status, secrets=secrets)


def _is_native(value: Any) -> bool:
    """Ollama's own interface and the like: a ``message`` object, not an error's words."""
    return isinstance(value, dict) and isinstance(value.get("message"), dict)


def _no_completion(message: str, text: str, secrets: Iterable[str], advice: str) -> ReplyUnreadable:
    return ReplyUnreadable(message, advice=advice, body=kept_body(text, secrets))
