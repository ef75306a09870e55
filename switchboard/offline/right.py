"""The right reply to a request, in both forms: what faults and oddities start from."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from switchboard.offline.asking import Ask
from switchboard.offline.framing import PLAIN, Framing
from switchboard.offline.replies import build_reply
from switchboard.offline.sending import JSON_TYPE, STREAM_TYPE, THOUGHTS_PER_WORD, Sent
from switchboard.offline.streaming import stream_chunks
from switchboard.offline.writing import Answer, write_answer
from switchboard.wire import JsonObject


@dataclass(frozen=True, slots=True)
class Right:
    """A request and its answers."""

    ask: Ask
    answers: Sequence[Answer]

    @classmethod
    def to(cls, ask: Ask) -> "Right":
        """The right reply to this request; the same request always gets the same answers."""
        return cls(ask, [write_answer(ask) for _ in range(ask.choices)])

    @property
    def has_calls(self) -> bool:
        """Whether any answer is calls."""
        return any(answer.calls for answer in self.answers)

    def asked(self) -> Sent:
        """The reply in the form that was asked for."""
        return self.stream() if self.ask.stream else self.whole()

    def stream(self) -> Sent:
        """The reply as a stream."""
        return as_stream(self, list(stream_chunks(self.ask, self.answers)), PLAIN)

    def whole(self) -> Sent:
        """The reply in one piece."""
        return as_whole(build_reply(self.ask, self.answers))


def as_stream(right: Right, chunks: list[JsonObject], framing: Framing) -> Sent:
    """Chunks as a reply, each due a word's time after the one before."""
    thought = right.answers[0].reasoning_tokens / THOUGHTS_PER_WORD
    pieces = tuple(framing.pieces(chunks))
    return Sent(pieces, STREAM_TYPE, words_before=thought, words_each=1)


def as_whole(body: JsonObject) -> Sent:
    """A JSON body as a reply."""
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Sent((text.encode(),), JSON_TYPE)
