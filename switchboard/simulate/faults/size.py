"""A result of exactly one mebibyte."""

import json

from switchboard.simulate.faults.rewriting import free_key, printable, reading_of, written
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.wire import Json

BYTES = 2**20
_FILLER = "Nothing further was recorded here. "


def oversized(scene: Scene) -> Injected:
    """1,048,576 bytes of UTF-8; JSON where the result was JSON.

    A longer result loses its end; if it looks like JSON its beginning becomes a text in JSON.
    """
    reading = reading_of(scene)
    if reading.is_json:
        empty = written(scene, _with_text(reading.value, ""))
        missing = BYTES - len(empty.encode())
        if missing > 0:
            text = written(scene, _with_text(reading.value, _filler(missing)))
            return Injected(text, "The result was filled up to 1 MiB; it is still valid JSON.")
    text = printable(scene.result)
    if text.lstrip()[:1] in ("{", "[", '"'):
        return Injected(_json_text(text), "The result was made a text in JSON of 1 MiB.")
    return Injected(_plain(f"{text}\n\n"), "The text was brought to 1 MiB.")


def _with_text(value: Json, text: str) -> Json:
    if isinstance(value, str):
        return value + text
    if isinstance(value, list):
        return [*value, text]
    holder = value if isinstance(value, dict) else {"result": value}
    return {**holder, free_key(holder, "details"): text}


def _json_text(text: str) -> str:
    # A character takes at most six bytes in JSON, the quotation marks one each.
    room = BYTES - 2
    body = json.dumps(text[: room // 6], ensure_ascii=False)[1:-1]
    return f'"{body}{_filler(room - len(body.encode()))}"'


def _plain(text: str) -> str:
    # A character cut in two would be no UTF-8; what is missing of it is filled.
    kept = text.encode()[: BYTES - 1].decode(errors="ignore")
    return kept + _filler(BYTES - len(kept.encode()))


def _filler(length: int) -> str:
    return (_FILLER * (length // len(_FILLER) + 1))[:length]
