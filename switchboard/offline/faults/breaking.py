"""Replies that begin well and do not end well."""

import json
import re
from dataclasses import replace

from switchboard.offline.right import Right
from switchboard.offline.sending import Ending, Sent
from switchboard.wire import Json

_SLOWNESS = 20

# A spot within a word of the text or the arguments.
_WORD = re.compile(rb'"(?:content|arguments)":"(?:[^"\\]|\\.)*?\w(?=\w\w)')
_ARGUMENTS = re.compile(rb'"arguments":"')

_ERROR: Json = {
    "message": "The engine stopped while it was answering.",
    "type": "server_error",
    "param": None,
    "code": None,
}


def no_reply(_right: Right) -> Sent:
    """Not even a status."""
    return Sent(has_head=False, ending=Ending.CUT)


def no_answer(_right: Right) -> Sent:
    """The connection stays, nothing comes."""
    return Sent(has_head=False, ending=Ending.SILENCE)


def cut_in_a_word(right: Right) -> Sent:
    """Half of the reply, up to within a word."""
    asked = right.asked()
    return _cut(asked, _middle(asked), _WORD)


def cut_in_arguments(right: Right) -> Sent:
    """Up to within the last call's arguments; without calls, as ``cut_in_a_word``."""
    if not right.has_calls:
        return cut_in_a_word(right)
    asked = right.asked()
    places = [place for place, piece in enumerate(asked.pieces) if b'"arguments":' in piece]
    if right.ask.stream:
        return _cut(asked, places[-1], _ARGUMENTS)
    [body] = asked.pieces
    start = body.rindex(b'"arguments":"') + len(b'"arguments":"')
    end = body.index(b'"}', start)
    return replace(asked, pieces=(body[: (start + end) // 2],), ending=Ending.CUT)


def silence(right: Right) -> Sent:
    """Half of the reply, then nothing."""
    asked = right.asked()
    place = _middle(asked)
    begun = asked.pieces[:place] or (asked.pieces[0][:20],)
    return replace(asked, pieces=begun, ending=Ending.SILENCE)


def slow(right: Right) -> Sent:
    """Word by word, at a twentieth of the pace."""
    asked = right.asked()
    words = _SLOWNESS * max(1, asked.words_each)
    return replace(asked, words_each=words, words_before=asked.words_before + words)


def error_inside(right: Right) -> Sent:
    """Half of a stream, then an error as one more event; a whole reply is nothing but the error."""
    return _broken_off(right, b"data: " + _error_bytes({"error": _ERROR}) + b"\n\n")


def error_event(right: Right) -> Sent:
    """As ``error_inside``, with an event of its own type and no ``error`` key."""
    assert isinstance(_ERROR, dict)
    told = _error_bytes({"message": _ERROR["message"], "code": 500})
    return _broken_off(right, b"event: error\ndata: " + told + b"\n\n")


def invalid_utf8(right: Right) -> Sent:
    """A byte that no UTF-8 text can hold, within the first words."""
    asked = right.asked()
    pieces = list(asked.pieces)
    for place, piece in enumerate(pieces):
        found = _WORD.search(piece)
        if found:
            pieces[place] = piece[: found.end()] + b"\xff" + piece[found.end() :]
            break
    return replace(asked, pieces=tuple(pieces))


def _cut(asked: Sent, place: int, inside: re.Pattern[bytes]) -> Sent:
    """Up to within the first piece from ``place`` on that has such a spot."""
    for later in range(place, len(asked.pieces)):
        piece = asked.pieces[later]
        # A reply in one piece has many spots, of which the middle one is cut.
        spots = [found.end() for found in inside.finditer(piece)]
        if spots:
            torn = piece[: spots[len(spots) // 2]]
            return replace(asked, pieces=(*asked.pieces[:later], torn), ending=Ending.CUT)
    half = asked.pieces[place][: len(asked.pieces[place]) // 2]
    return replace(asked, pieces=(*asked.pieces[:place], half), ending=Ending.CUT)


def _broken_off(right: Right, event: bytes) -> Sent:
    asked = right.asked()
    if not right.ask.stream:
        return replace(asked, pieces=(_error_bytes({"error": _ERROR}),))
    return replace(asked, pieces=(*asked.pieces[: _middle(asked)], event))


def _middle(asked: Sent) -> int:
    return len(asked.pieces) // 2


def _error_bytes(value: Json) -> bytes:
    return json.dumps(value).encode()
