"""Runs and steps to keep, with every field filled where a test does not say otherwise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from switchboard.messages import (
    Answer,
    Call,
    Choice,
    ImagePart,
    Message,
    OtherPart,
    TextPart,
    Usage,
)
from switchboard.runs import Fault, Run, Step, StepStatus, Timing

NOON = datetime(2026, 3, 1, 12, 0, 0, 123456, tzinfo=UTC)


def a_run(run_id: str = "run-1", *, minutes: float = 0, title: str = "Weather in Paris?") -> Run:
    """A run without steps, some minutes after noon."""
    return Run(run_id, "talk-1", title, NOON + timedelta(minutes=minutes))


def a_step(
    step_id: str = "step-1", *, run_id: str = "run-1", minutes: float = 0, **changes: Any
) -> Step:
    """A step that is running, some minutes after noon."""
    step = Step(
        id=step_id,
        run_id=run_id,
        position=0,
        started_at=NOON + timedelta(minutes=minutes),
        gateway="Offline",
        base_url="http://127.0.0.1:8808/v1",
        model="offline-chat",
        request={"model": "offline-chat", "messages": [{"role": "user", "content": "Hello"}]},
        request_headers={"authorization": "Bearer ***"},
    )
    return replace(step, **changes)


def finished(step: Step, *, usage: Usage | None = None, **timing: float) -> Step:
    """The step with an answer that has something in every field."""
    return replace(
        step,
        status=StepStatus.FINISHED,
        http_status=200,
        response_headers={"content-type": "text/event-stream"},
        answer=full_answer(usage or Usage(11, 7, 18, 3, 2, {"prompt_tokens": 11, "odd": None})),
        timing=Timing(
            **({"first_byte_ms": 1.5, "first_token_ms": 20.25, "total_ms": 99.0} | timing)
        ),
    )


def full_answer(usage: Usage) -> Answer:
    """An answer with text, reasoning, two calls, images, unknown keys and a note."""
    message = Message(
        role="assistant",
        content=(
            TextPart("Looking it up. 天气"),
            ImagePart("https://example.com/a.png", "low"),
            OtherPart({"type": "audio", "audio": {"id": "x"}}),
        ),
        name="helpful",
        calls=(
            Call("call-1", "get_weather", '{"location": "Paris'),
            Call("call-2", "get_time", "{}", {"thought_signature": "s"}),
        ),
        refusal="no",
        reasoning="First …",
        extra={"annotations": []},
    )
    choice = Choice(message, 0, "tool_calls", {"content": []})
    return Answer(
        choices=(choice, Choice(Message(role="assistant", content=None), 1, None)),
        usage=usage,
        model="offline-chat-1",
        response_id="chatcmpl-1",
        created=1_770_000_000,
        system_fingerprint="fp_1",
        service_tier="default",
        notes=("The stream had no [DONE].",),
        complete=True,
    )


def a_fault() -> Fault:
    """A refusal with everything a gateway may say."""
    return Fault(
        "GatewayRefusal",
        "Refused.",
        "Try another.",
        404,
        "invalid",
        "model",
        "gone",
        '{"error":{}}',
    )
