"""Calls whose index or id is not what it should be."""

from switchboard.offline.oddities.parts import Parts, entries, openings
from switchboard.wire import Json


def same_index(parts: Parts) -> Parts:
    """All calls have index 0 (Ollama, vercel/ai#14277)."""
    for entry in entries(parts):
        if "index" in entry:
            entry["index"] = 0
    return parts


def no_index(parts: Parts) -> Parts:
    """No index (Gemini, openai/openai-python#2806)."""
    for entry in entries(parts):
        entry.pop("index", None)
    return parts


def null_index(parts: Parts) -> Parts:
    """The index is null (chenyme/grok2api#239)."""
    for entry in entries(parts):
        if "index" in entry:
            entry["index"] = None
    return parts


def text_index(parts: Parts) -> Parts:
    """The index is a text."""
    for entry in entries(parts):
        if "index" in entry:
            entry["index"] = str(entry["index"])
    return parts


def no_id(parts: Parts) -> Parts:
    """No id (vercel/ai#18440)."""
    for entry in list(openings(parts)):
        del entry["id"]
    return parts


def blank_id(parts: Parts) -> Parts:
    """The id is empty."""
    return _with_id(parts, "")


def null_text_id(parts: Parts) -> Parts:
    """The id is the word null (Mistral's own client has that default)."""
    return _with_id(parts, "null")


def same_id(parts: Parts) -> Parts:
    """All calls have one id."""
    return _with_id(parts, "call_0")


def id_everywhere(parts: Parts) -> Parts:
    """Every fragment repeats the call's id and type."""
    id_: Json = None
    for entry in entries(parts):
        id_ = entry["id"] = entry.get("id", id_)
        entry["type"] = "function"
    return parts


def _with_id(parts: Parts, text: str) -> Parts:
    for entry in openings(parts):
        entry["id"] = text
    return parts
