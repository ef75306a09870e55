"""Error bodies in the shapes gateways give them, as one envelope."""

from dataclasses import dataclass, replace
from typing import Any

from switchboard.gateway.json_text import NotJson, read_what_can_be_kept

_WORDS = (
    "message",
    "msg",
    "error_msg",
    "error_description",
    "errorMessage",
    "detail",
    "reason",
    "title",
)
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Envelope:
    """What an error says of itself."""

    message: str
    type: str | None = None
    param: str | None = None
    code: str | None = None
    failed_generation: str | None = None
    """What the model tried to say when the gateway refused its call (Groq)."""

    @property
    def status(self) -> int | None:
        """An HTTP status, where the code is one (OpenRouter, llama.cpp)."""
        return int(self.code) if self.code and self.code in _STATUS_CODES else None


_STATUS_CODES = frozenset(str(status) for status in range(400, 600))


def read_envelope(value: Any, *, depth: int = 0) -> Envelope | None:
    """What the body says, ``None`` when it says nothing that reads like an error."""
    if depth > _DEEPEST:
        return None
    if isinstance(value, str):
        return _from_text(value, depth)
    if isinstance(value, list):
        found = [envelope for item in value if (envelope := read_envelope(item, depth=depth + 1))]
        return _joined(found)
    return _from_object(value, depth) if isinstance(value, dict) else None


def _from_text(text: str, depth: int) -> Envelope | None:
    text = text.strip()
    if text[:1] in ("{", "["):  # An upstream's whole body as text inside a message.
        try:
            return read_envelope(read_what_can_be_kept(text), depth=depth + 1) or Envelope(text)
        except NotJson:
            return Envelope(text)
    return Envelope(text) if text else None


def _from_object(value: dict[str, Any], depth: int) -> Envelope | None:
    for key in ("error", "errors"):
        if inner := _inner(value.get(key), depth):
            return _completed(inner, value)
    for key in _WORDS:
        if value.get(key) and (inner := read_envelope(value[key], depth=depth + 1)):
            return _completed(_with_place(inner, value), value)
    return None


def _inner(value: Any, depth: int) -> Envelope | None:
    return (read_envelope(value, depth=depth + 1) or _wordless(value)) if value else None


def _wordless(value: Any) -> Envelope | None:
    """An error that gives a code or a type and no message: the code has to serve as one."""
    if not isinstance(value, dict):
        return None
    code, type_ = _said(value.get("code")), _said(value.get("type"))
    words = type_ if type_ and (code is None or code.isdecimal()) else code
    return Envelope(words, type_, _said(value.get("param")), code) if words else None


def _completed(inner: Envelope, value: dict[str, Any]) -> Envelope:
    """The inner envelope with what the object around it says and it does not."""
    return replace(
        inner,
        message=_with_upstream(inner.message, value),
        type=inner.type or _said(value.get("type")),
        param=inner.param or _said(value.get("param")),
        code=inner.code or _said(value.get("code")) or _said(value.get("error_code")),
        failed_generation=inner.failed_generation or _said(value.get("failed_generation")),
    )


def _with_place(inner: Envelope, value: dict[str, Any]) -> Envelope:
    """FastAPI says where: ``{"loc": ["body", "messages", 0], "msg": …}``."""
    place = value.get("loc")
    if not isinstance(place, list):
        return inner
    path = ".".join(str(part) for part in place)
    return replace(inner, message=f"{path}: {inner.message}", param=inner.param or path)


def _with_upstream(message: str, value: dict[str, Any]) -> str:
    """A gateway's own message may say only that its provider failed, the reason being deeper:
    OpenRouter puts it into ``metadata.raw``, others into ``details``."""
    metadata = value.get("metadata")
    raw = metadata.get("raw") if isinstance(metadata, dict) else value.get("details")
    upstream = read_envelope(raw, depth=_DEEPEST - 3) if raw else None
    return f"{message}: {upstream.message}" if upstream else message


def _joined(found: list[Envelope]) -> Envelope | None:
    if not found:
        return None
    return replace(found[0], message="; ".join(envelope.message for envelope in found))


def _said(value: Any) -> str | None:
    return str(value) if isinstance(value, str | int) and value not in ("", False, True) else None
