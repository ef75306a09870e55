"""Halves of characters. A gateway that cuts its text by UTF-16 units sends the two halves of an
emoji in two deltas, as ``\\ud83d`` and ``\\ude00``; nothing that holds a lone one can be stored."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from switchboard.messages import Answer

T = TypeVar("T")


def may_hold_halves(text: str) -> bool:
    """Whether a JSON text escapes any surrogate, paired or not."""
    return "\\" in text and ("\\ud" in text or "\\uD" in text)


def mended(answer: Answer, *, note: str) -> Answer:
    """The answer with halves joined where they meet and replaced where they do not."""
    whole = _mended(answer)
    if whole == answer:
        return answer
    return replace(whole, notes=(*answer.notes, note))


def _mended(value: T) -> T:
    return _walk(value)  # type: ignore[no-any-return]


def _walk(value: Any) -> Any:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return {_text(key): _walk(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_walk(inner) for inner in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _walk(getattr(value, f.name)) for f in fields(value)})
    return value


def _text(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text
