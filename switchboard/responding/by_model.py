"""A result that a model makes up, playing the tool."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from switchboard import wire
from switchboard.conversations import Conversation, Entry
from switchboard.gateway import Gateway, StopSignal, Transport, profile_for
from switchboard.messages import Message, Usage
from switchboard.payload import build_request
from switchboard.responders import ByModel
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.runs import StepStatus
from switchboard.settings import ResponseFormat, Settings
from switchboard.simulate.verdicts import check_result, problems_as_result
from switchboard.turns import Ended, run_step

_TRIES = 2
_PART = (
    "You play a tool that a language model calls. You are given the tool's definition and the "
    "arguments of one call. Answer with the result that the tool would give, and nothing else: "
    "no explanation, no code fence. Make up what the tool would know, in keeping with the "
    "arguments, plausible and consistent."
)


@dataclass(frozen=True, slots=True)
class Played:
    """What the model answered in the tool's place."""

    text: str
    usage: Usage | None


def model_answer(
    action: ByModel, situation: Situation, outside: Outside, *, stop: StopSignal
) -> Played:
    """A result that fits the tool's output schema where it has one; the model has two tries.

    Raises ``CallNotAnswered``.
    """
    gateway = outside.gateway_at(action.base_url)
    if gateway is None:
        raise CallNotAnswered(
            "The gateway of the model that plays this tool is not set up here: it was not asked.",
            advice="Add the gateway on the Gateways page, or choose another one where the tool's "
            "answers are written.",
        )
    schema = situation.plan.output_schema
    messages = [Message("user", _told(action, situation))]
    for _ in range(_TRIES):
        played = _asked(gateway, action.model, messages, schema, stop)
        problems = check_result(played.text, schema)
        if not problems:
            return played
        messages += [Message("assistant", played.text), Message("user", _mend(played, schema))]
    raise CallNotAnswered(
        f"The model's result does not fit the tool's output schema: {problems[0].message}",
        advice="Try again, or write the result.",
    )


def _told(action: ByModel, situation: Situation) -> str:
    tool = situation.checked.tool
    said: dict[str, object] = {
        "tool": tool.raw if tool else {"name": situation.call.name},
        "arguments": situation.checked.arguments or situation.call.arguments,
    }
    if situation.plan.output_schema:
        said["output_schema"] = situation.plan.output_schema
    instruction = f"{action.instruction.strip()}\n\n" if action.instruction.strip() else ""
    return instruction + json.dumps(said, ensure_ascii=False, indent=2)


def _mend(played: Played, schema: wire.JsonObject | None) -> str:
    return problems_as_result(check_result(played.text, schema))


def _asked(
    gateway: Gateway,
    model: str,
    messages: list[Message],
    schema: wire.JsonObject | None,
    stop: StopSignal,
) -> Played:
    conversation = Conversation(
        system=_PART,
        entries=tuple(Entry(message) for message in messages),
        model=model,
        settings=_settings(gateway, model, schema),
    )
    request = build_request(conversation, [], profile=profile_for(gateway.base_url, model))
    ended = _ended(run_step(request, transport=Transport(gateway), stop=stop))
    if ended.fault or ended.status is not StepStatus.FINISHED:
        reason = ended.fault.message if ended.fault else "It was stopped."
        advice = ended.fault.advice if ended.fault else ""
        raise CallNotAnswered(f"The model that plays this tool: {reason}", advice=advice)
    return Played(_unfenced(ended.answer.message.text), ended.answer.usage)


def _settings(gateway: Gateway, model: str, schema: wire.JsonObject | None) -> Settings:
    refused = profile_for(gateway.base_url, model).refused
    if schema is None or "response_format" in refused:
        return Settings()
    return Settings(response_format=ResponseFormat("json_schema", json.dumps(schema), "result"))


def _ended(events: Iterator[object]) -> Ended:
    return cast(Ended, [*events][-1])


def _unfenced(text: str) -> str:
    """Without the fence that models put around JSON, whatever they are told."""
    # Not splitlines(), which also cuts at U+2028, and that may stand in a JSON string as it is.
    lines = text.strip().split("\n")
    if len(lines) > 2 and lines[0].startswith("```") and lines[-1] == "```":
        return "\n".join(lines[1:-1])
    return text.strip()
