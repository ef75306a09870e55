"""One run: what was asked and answered, request by request, as plain text."""

from collections.abc import Callable

import streamlit as st

from components.cutting import beginning_and_end
from components.fault_card import fault_card
from components.figures import count, counted, duration
from components.inspector import inspect_step
from components.plain import escaped, showable
from components.run_examples import example_buttons
from components.statuses import label, meaning
from components.zones import local
from switchboard.messages import Message
from switchboard.runs import Run, Step, StepStatus
from switchboard.wire import Json

_IN_CODE = ("call", "tool")


def run_view(run: Run, *, received: Callable[[str], bytes]) -> None:
    """The run's steps in order, each with its inspector on demand.

    ``received`` gives the bytes of a step, and is asked only where they are looked at.
    """
    st.caption(f"{local(run.started_at):%Y-%m-%d %H:%M:%S} · {counted(len(run.steps), 'request')}")
    if not run.steps:
        st.info("Nothing was sent in this run.")
    for number, step in enumerate(run.steps, start=1):
        with st.container(border=True):
            _step(step, number, received)


def conversation_link(run: Run) -> None:
    """The way back to where the run was asked for."""
    st.page_link(
        "app.py",
        label="Open the conversation in the Playground",
        icon=":material/forum:",
        query_params={"conversation": run.conversation_id},
    )


def delete_button(run: Run) -> bool:
    """A button that asks once more. Whether the run shall be deleted."""
    is_running = bool(run.steps) and run.status is StepStatus.RUNNING
    with st.popover(
        "Delete",
        icon=":material/delete:",
        disabled=is_running,
        help="Stop the answer in the Playground first." if is_running else None,
    ):
        st.write("The run, its requests and everything received are deleted for good.")
        return st.button("Delete this run", type="primary", key="run-delete")


def answer_view(message: Message) -> None:
    """What an answer says: its reasoning, its text, its calls."""
    if message.reasoning:
        _said("reasoning", message.reasoning)
    if message.text or message.refusal:
        _said("assistant", message.text or message.refusal or "")
    for call in message.calls:
        _said("call", f"{call.name}({call.arguments})")


def _step(step: Step, number: int, received: Callable[[str], bytes]) -> None:
    st.markdown(f"**Request {number}** · {escaped(_in_short(step))}")
    if step.status is not StepStatus.FINISHED:
        st.caption(meaning(step.status))
    for role, text in _new_messages(step.request.get("messages")):
        _said(role, text)
    if step.fault:
        fault_card(step.fault)
    for number, choice in enumerate(step.answer.choices, start=1):
        if len(step.answer.choices) > 1:
            st.markdown(f"**Answer {number}**")
        answer_view(choice.message)
        example_buttons(step, choice.message, key=f"{step.id}-{number}")
    if st.toggle("Inspect", key=f"run-inspect-{step.id}"):
        inspect_step(step, raw=received(step.id))


def _in_short(step: Step) -> str:
    usage = step.answer.usage
    tokens = [f"{count(usage.input_tokens)} in / {count(usage.output_tokens)} out"] if usage else []
    sent_back = [f"after {counted(step.repairs, 'round')} sent back"] if step.repairs else []
    times = (*tokens, duration(step.timing.total_ms), *sent_back)
    return " · ".join((step.model, label(step.status), *times))


def _said(role: str, text: str) -> None:
    with st.container(gap="xxsmall"):
        st.caption(escaped(role))
        if role in _IN_CODE:
            st.code(beginning_and_end(showable(text)), language=None, wrap_lines=True)
        else:
            st.text(beginning_and_end(showable(text)))


def _new_messages(messages: Json) -> list[tuple[str, str]]:
    """What the request said that no answer before it knew: after its last assistant message."""
    new: list[tuple[str, str]] = []
    for message in messages if isinstance(messages, list) else []:
        if not isinstance(message, dict):
            continue
        if message.get("role") == "assistant":
            new.clear()
        else:
            new.append((str(message.get("role")), _text(message.get("content"))))
    return new


def _text(content: Json) -> str:
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return "\n".join(_part(part) for part in parts if isinstance(part, dict))


def _part(part: dict[str, Json]) -> str:
    text = part.get("text")
    return text if isinstance(text, str) else f"({part.get('type')})"
