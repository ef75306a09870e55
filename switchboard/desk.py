"""What a person does with a conversation: ask, stop, take the answer in.

Values in, values out: each action gives the conversation as it stands afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation, Entry, Outcome, new_id
from switchboard.gateway import Gateway, Transport, profile_for
from switchboard.gateway.remedies import Remedy, apply_remedy
from switchboard.jobs import Job, Jobs
from switchboard.messages import Call, Content, Message
from switchboard.payload import build_request
from switchboard.problems import Problem
from switchboard.responses import Result
from switchboard.runs import Run, Step, StepStatus
from switchboard.settings import Profile
from switchboard.tools import check_call, check_toolset
from switchboard.toolset_records import text_hash

_TITLE_LENGTH = 80


def said(conversation: Conversation, content: Content) -> Conversation:
    """With a person's message, which begins a new turn."""
    entry = Entry(Message(role="user", content=content))
    return replace(conversation.added(entry), pause="", run_id=None, step_id=None)


def answered(conversation: Conversation, results: Sequence[tuple[Call, Result]]) -> Conversation:
    """With the results of calls, in the order given; what was made ready for them is done with."""
    entries = [
        Entry(Message("tool", result.text, call_id=call.id), response=result.response)
        for call, result in results
    ]
    left = conversation.freed({call.id for call, _ in results})
    return replace(left.added(*entries), pause="", step_id=None)


@dataclass(frozen=True, slots=True)
class Desk:
    """The actions that need jobs."""

    jobs: Jobs

    def ask(
        self,
        conversation: Conversation,
        tools: Sequence[wire.FunctionTool],
        *,
        gateway: Gateway,
        profile: Profile | None = None,
        remedy: Remedy | None = None,
    ) -> Conversation:
        """Sends the conversation as it stands. Raises ``StoreError`` if it can't be recorded.

        Without a profile, the table's. With a remedy, what it changes in the request is told with
        the answer.
        """
        accepted = profile or profile_for(gateway.base_url, conversation.model)
        body = cast(wire.JsonObject, build_request(conversation, tools, profile=accepted))
        if remedy:
            body = apply_remedy(body, remedy)
        toolset = conversation.toolset if "tools" in body else ""
        run, step = _records(conversation, body, gateway)
        own = gateway.with_headers(conversation.settings.extra_headers)
        step = replace(step, toolset=text_hash(toolset) if toolset else "")
        self.jobs.start(run, step, transport=Transport(own), toolset=toolset)
        resent = (*conversation.resent, _resent(remedy)) if remedy else ()
        return replace(conversation, run_id=run.id, step_id=step.id, resent=resent)

    def job(self, conversation: Conversation) -> Job | None:
        """The job whose answer is awaited, if it is still running here."""
        job = self.jobs.find(conversation.step_id) if conversation.step_id else None
        return job if job and job.is_running else None

    def empty_step(self, conversation: Conversation) -> Step | None:
        """The awaited step, if it ended without bringing anything: failed, or stopped early."""
        step = self.jobs.step(conversation.step_id) if conversation.step_id else None
        return step if step and step.is_finished else None

    def settled(self, conversation: Conversation) -> Conversation:
        """With the awaited answer in its place, if it has come and there is anything of it."""
        step = self.jobs.step(conversation.step_id) if conversation.step_id else None
        if step is None or not step.is_finished or not _has_something(step):
            return conversation
        outcome = self._outcome(step)
        outcome = replace(outcome, notes=(*conversation.resent, *outcome.notes))
        # Whoever looks first puts it in: the page, or what goes on without it.
        entry = Entry(step.answer.message, id=step.id, outcome=outcome)
        return replace(conversation.added(entry), step_id=None, resent=())

    def choose(self, conversation: Conversation, entry_id: str, position: int) -> Conversation:
        """With another of the answers that came with this one in its place, while nothing follows
        it and its step is kept."""
        entry = conversation.entry(entry_id)
        if entry.outcome is None or entry is not conversation.entries[-1]:
            return conversation
        step = self.jobs.step(entry.outcome.step_id)
        if step is None or not 0 <= position < len(step.answer.choices):
            return conversation
        message = step.answer.choices[position].message
        outcome = replace(self._outcome(step, chosen=position), notes=entry.outcome.notes)
        chosen = replace(entry, message=message, outcome=outcome)
        entries = (*conversation.entries[:-1], chosen)
        return replace(conversation, entries=entries, drafts={}, preparations={})

    def _outcome(self, step: Step, *, chosen: int = 0) -> Outcome:
        outcome = Outcome.of(step, chosen=chosen, verdicts=_verdicts(step, chosen))
        notes = [*outcome.notes, *_too_few(step)]
        job = self.jobs.find(step.id)
        if job and job.store_error:
            notes.append(f"Runs does not have all of this answer: {job.store_error.message}")
        return replace(outcome, notes=tuple(notes))


def _resent(remedy: Remedy) -> str:
    change = remedy.label.removeprefix("Send again").strip()
    told = "which the gateway refused" if change.startswith("without ") else "as the gateway asked"
    return f"Sent again {change}, {told}."


def _too_few(step: Step) -> list[str]:
    wanted, came = step.request.get("n"), len(step.answer.choices)
    if not isinstance(wanted, int) or came >= wanted or not step.answer.complete:
        return []
    return [f"{wanted} answers were asked for with `n`, and {came} came."]


def _verdicts(step: Step, chosen: int) -> tuple[tuple[Problem, ...], ...]:
    # By the tools of the request, not of the moment: an old call does not turn wrong.
    tools = check_toolset(json.dumps(step.request.get("tools") or [])).tools
    calls = step.answer.choices[chosen].message.calls if step.answer.choices else ()
    return tuple(check_call(call, tools).problems for call in calls)


def _has_something(step: Step) -> bool:
    return step.status is StepStatus.FINISHED or any(
        message.content or message.calls or message.refusal or message.reasoning
        for message in (choice.message for choice in step.answer.choices)
    )


def _records(
    conversation: Conversation, request: wire.JsonObject, gateway: Gateway
) -> tuple[Run, Step]:
    now = datetime.now(UTC)
    run = Run(
        id=conversation.run_id or new_id(),
        conversation_id=conversation.id,
        title=_title(conversation),
        started_at=now,
    )
    step = Step(
        id=new_id(),
        run_id=run.id,
        position=_steps_so_far(conversation),
        started_at=now,
        gateway=gateway.name,
        base_url=gateway.base_url,
        model=conversation.model,
        request=request,
        repairs=_repairs_so_far(conversation),
    )
    return run, step


def _title(conversation: Conversation) -> str:
    for message in reversed(conversation.messages):
        if message.role == "user":
            return " ".join(message.text.split())[:_TITLE_LENGTH] or "(image)"
    return "(no message)"


def _repairs_so_far(conversation: Conversation) -> int:
    sent_back: set[str] = set()
    answer = ""
    for entry in conversation.entries[conversation.turn_start :]:
        if entry.message.role == "assistant":
            answer = entry.id
        elif entry.response and entry.response.source == "problems":
            sent_back.add(answer)
    return len(sent_back)


def _steps_so_far(conversation: Conversation) -> int:
    """Answers since the last thing the person said: the new step's position in its turn."""
    count = 0
    for message in reversed(conversation.messages):
        if message.role == "user":
            return count
        count += message.role == "assistant"
    return count
