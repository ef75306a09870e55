"""A reply that was recorded elsewhere, dropped here to see how it is read. Nothing is kept."""

import streamlit as st

from components.cutting import beginning_and_end
from components.fault_card import sent_fold
from components.figures import count, size
from components.plain import escaped, with_code
from components.run_view import answer_view
from components.token_fold import choice_tokens
from switchboard.command.lines import document_of
from switchboard.command.recordings import Recording, read_recording
from switchboard.errors import GatewayError
from switchboard.export.json_text import readable_json
from switchboard.messages import Answer, Choice, Usage

_HELP = (
    "An event stream (.sse), a JSON reply (.json) or the body of an error. "
    "It is read here and nothing of it is kept or sent anywhere."
)


def recorded_reply() -> None:
    """A fold to drop a recorded reply in, and what it says."""
    with st.expander("Read a recorded reply", icon=":material/upload_file:"):
        file = st.file_uploader("A gateway's reply as a file", key="runs-recording", help=_HELP)
        if file is None:
            st.caption(_HELP)
            return
        body = file.getvalue()
        recording = read_recording(body, name=file.name)
        _show(recording, body)
        if st.toggle("As JSON", key="runs-recording-json"):
            document = document_of(recording, file=file.name)
            st.code(beginning_and_end(readable_json(document)), language="json", wrap_lines=True)


def _show(recording: Recording, body: bytes) -> None:
    for choice in recording.answer.choices:
        _choice(choice, is_one_of=len(recording.answer.choices))
    if recording.error:
        _error(recording.error)
    for note in recording.answer.notes:
        st.info(with_code(note), icon=":material/healing:")
    st.caption(escaped(_in_short(recording.answer, len(body))))


def _choice(choice: Choice, *, is_one_of: int) -> None:
    if is_one_of > 1:
        st.markdown(f"**Choice {choice.index + 1}** · {escaped(_finish(choice.finish_reason))}")
    answer_view(choice.message)
    choice_tokens(choice, key=f"recording-{choice.index}")


def _error(error: GatewayError) -> None:
    st.error(with_code(f"{error.message} {error.advice}"), icon=":material/error:")
    sent_fold(error.body)


def _finish(reason: str | None) -> str:
    return f"finish reason: {reason}" if reason else "no finish reason"


def _in_short(answer: Answer, received: int) -> str:
    usage = answer.usage or Usage()
    tokens = f"{count(usage.input_tokens)} in / {count(usage.output_tokens)} out"
    parts = (
        answer.model,
        "" if len(answer.choices) > 1 else _finish(answer.finish_reason),
        tokens if answer.usage else "no token counts",
        "complete" if answer.complete else "not complete",
        size(received),
    )
    return " · ".join(part for part in parts if part)
