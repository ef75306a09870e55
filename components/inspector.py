"""Everything about one step: what was asked, what came back, when, and how to ask it again.

Nothing here is read as markdown or HTML: what a model wrote is shown as code or plain text.
"""

from collections.abc import Callable

import streamlit as st

from components.cutting import beginning_and_end, with_short_strings
from components.fault_card import fault_card
from components.figures import count, duration, size
from components.plain import showable, with_code
from components.statuses import meaning
from components.step_facts import allowances, profile_in_force
from components.zones import local
from switchboard.documents import to_document
from switchboard.export.curl import curl_command, is_masked
from switchboard.export.json_text import readable_json
from switchboard.gateway import added_headers
from switchboard.messages import Usage
from switchboard.runs import Step, StepStatus
from switchboard.wire import JsonObject

_TO_FILL_IN = (
    "",
    "; put your key into the variable named in it",
    "; put your keys into the variables named in it",
)
_PUT_TOGETHER = "The answer as it was put together"


def inspect_step(step: Step, *, raw: bytes) -> None:
    """The step as figures and tabs. ``raw``: every byte of the reply's body so far."""
    _summary(step)
    if step.fault:
        fault_card(step.fault)
    for note in step.answer.notes:
        st.info(with_code(note), icon=":material/healing:")
    allowances(step)
    request, response, headers, profile, curl = st.tabs(
        ["Request", "Response", "Headers", "Profile", "cURL"]
    )
    with request:
        _document(step.request, name=f"request-{step.id}", key=f"inspect-request-{step.id}")
    with response:
        _response(step, raw)
    with headers:
        _headers(step)
    with profile:
        profile_in_force(step)
    with curl:
        _curl(step)


def _summary(step: Step) -> None:
    usage = step.answer.usage or Usage()
    figures = {
        "HTTP status": count(step.http_status),
        "Prompt tokens": count(usage.input_tokens),
        "Completion tokens": count(usage.output_tokens),
        "First byte": duration(step.timing.first_byte_ms),
        "First token": duration(step.timing.first_token_ms),
        "Total time": duration(step.timing.total_ms),
    }
    with st.container(gap="xxsmall"):
        st.text(f"{showable(step.model)} at {showable(step.base_url)}, {_asked_at(step)}")
        st.caption(
            " · ".join(f"{label}\N{NO-BREAK SPACE}{figure}" for label, figure in figures.items())
        )
    if step.status is not StepStatus.FINISHED:
        st.caption(meaning(step.status))


def _asked_at(step: Step) -> str:
    return f"{local(step.started_at):%Y-%m-%d %H:%M:%S}"


def _response(step: Step, raw: bytes) -> None:
    choices = len(step.answer.choices)
    st.caption(f"The {choices} answers as they were put together" if choices > 1 else _PUT_TOGETHER)
    _document(to_document(step.answer), name=f"answer-{step.id}", key=f"inspect-answer-{step.id}")
    st.caption(f"The body as it came: {size(len(raw))}")
    if raw:
        _code(raw.decode("utf-8", "backslashreplace"))
        _download(lambda: raw, name=f"response-{step.id}.txt", key=f"inspect-raw-{step.id}")


def _headers(step: Step) -> None:
    st.caption("Sent, the key masked")
    _code(_lines(step.request_headers) or "Nothing was sent yet.")
    st.caption("Received")
    _code(_lines(step.response_headers) or "No reply came.")


def _lines(headers: dict[str, str]) -> str:
    return showable("\n".join(f"{name}: {value}" for name, value in headers.items()))


def _curl(step: Step) -> None:
    has_key, headers = _sent_key(step), added_headers(step.request_headers)
    is_stream = step.request.get("stream") is True
    command = curl_command(
        step.base_url, step.request, stream=is_stream, has_key=has_key, headers=headers
    )
    secrets = has_key + sum(is_masked(value) for value in headers.values())
    st.caption(f"For sh, bash or zsh{_TO_FILL_IN[min(secrets, 2)]}.")
    _code(showable(command), language="bash")
    _download(command.encode, name=f"request-{step.id}.sh", key=f"inspect-curl-{step.id}")


def _sent_key(step: Step) -> bool:
    """Also where nobody knows: the headers are only kept once a reply has come."""
    names = {name.lower() for name in step.request_headers}
    return not names or "authorization" in names


def _document(document: JsonObject, *, name: str, key: str) -> None:
    _code(readable_json(with_short_strings(document)), language="json")
    _download(lambda: readable_json(document).encode(), name=f"{name}.json", key=key)


def _code(text: str, *, language: str | None = None) -> None:
    st.code(beginning_and_end(text), language=language, wrap_lines=True)


def _download(content: Callable[[], bytes], *, name: str, key: str) -> None:
    """``content`` is made when it is asked for: it may be megabytes, and pages run often."""
    st.download_button(
        "Download all of it",
        content,
        file_name=name,
        key=key,
        icon=":material/download:",
        type="tertiary",
        on_click="ignore",
    )
