"""Probes of answers in words: whole, streamed, counted."""

from switchboard.messages import Answer
from switchboard.probes.probe import Judgement, Probe, odd, yes
from switchboard.wire import Json, JsonObject


def asked(question: str) -> list[Json]:
    """One message of a user."""
    return [{"role": "user", "content": question}]


_OK: JsonObject = {"messages": asked("Reply with the single word OK.")}


def quoted(text: str) -> str:
    """The beginning of what a model wrote, on one line."""
    line = " ".join(text.split())
    return repr(line if len(line) <= 60 else f"{line[:60]}…")


def _answer(answer: Answer, _: str) -> Judgement:
    text = answer.message.text
    if not text.strip():
        return odd("It answered without a word of text.")
    return yes(f"It said {quoted(text)}.")


def _streaming(answer: Answer, content_type: str) -> Judgement:
    if "json" in content_type:
        return odd("It answered in one piece, though a stream was asked for.")
    if not answer.message.text.strip():
        return odd("The stream held no text.")
    return yes("The answer came as a stream.")


def _usage(answer: Answer, _: str) -> Judgement:
    usage = answer.usage
    if usage is None or usage.input_tokens is None or usage.output_tokens is None:
        return odd("The stream came without token counts.")
    if usage.input_tokens <= 0:
        return odd("The stream counts no tokens for what was sent.")
    return yes(f"{usage.input_tokens} tokens in, {usage.output_tokens} out.")


ANSWER = Probe("answer", "Plain answer", _OK, _answer)
STREAMING = Probe("streaming", "Streaming", _OK | {"stream": True}, _streaming, "stream")
USAGE = Probe(
    "usage",
    "Usage in a stream",
    _OK | {"stream": True, "stream_options": {"include_usage": True}},
    _usage,
    "stream_options",
)
