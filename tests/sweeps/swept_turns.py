"""Finished turns with a call, and what a scripted model does when they are run again."""

import json
from collections.abc import Callable

from scripted_exchange import Recorded, Reply
from scripted_gateway import ScriptedGateway
from scripted_replies import call_stream, text_stream

from switchboard.automation import Automation
from switchboard.conversations import Conversation
from switchboard.desk import said
from switchboard.gateway import Gateway, profile_for
from switchboard.loops import Asking, Loops
from switchboard.responding import Outside

QUESTION = "What is the weather like in Paris today?"
RESULT = {
    "location": "Paris, France",
    "temperature": 18.5,
    "unit": "celsius",
    "condition": "light rain",
    "observed_at": "2026-11-30T09:00:00Z",
}
OUTPUT_SCHEMA = {
    "type": "object",
    "properties": {
        "temperature": {"type": "number"},
        "unit": {"type": "string"},
        "condition": {"type": "string"},
    },
    "required": ["temperature", "unit", "condition"],
}
CALL = ("get_weather", {"location": "Paris, France"})
GOOD_ANSWER = "It is 18.5 °C in Paris, with light rain."


def toolset(*responders, **margin):
    """The weather tool with an output schema; without responders, one that always says the same."""
    function = {
        "name": "get_weather",
        "description": "Get current temperature for a given location.",
        "parameters": {
            "type": "object",
            "properties": {
                "location": {
                    "type": "string",
                    "description": "City and country e.g. Bogotá, Colombia",
                }
            },
            "required": ["location"],
            "additionalProperties": False,
        },
        "strict": True,
    }
    plan = {
        "responders": [*responders] or [{"kind": "fixed", "result": RESULT}],
        "output_schema": OUTPUT_SCHEMA,
        **margin,
    }
    return json.dumps([{"type": "function", "function": function, "x-switchboard": plan}])


def asking(base_url, model):
    return Asking(
        Gateway("Gateway", base_url, max_retries=0),
        profile_for(base_url, model),
        Outside(gateway_at=lambda _: None),
    )


def finished_turn(loops: Loops, base_url: str, model: str, tools: str = "") -> Conversation:
    """The question, asked and answered."""
    conversation = Conversation(
        toolset=tools or toolset(), model=model, automation=Automation(mode="all")
    )
    loop = loops.start(said(conversation, QUESTION), asking(base_url, model), revision=0)
    assert loop.wait(20)
    return loop.conversation


def results_in(request: Recorded) -> list[str]:
    """The results that a request holds."""
    return [one["content"] for one in request.json["messages"] if one["role"] == "tool"]


def play(scripted: ScriptedGateway, model: Callable[[list[str]], str | Reply | None]) -> None:
    """Has a function of the results so far say the answer; ``None`` from it calls the tool."""

    def reply(request: Recorded) -> Reply:
        results = results_in(request)
        answer = model(results) if results else None
        if isinstance(answer, Reply):
            return answer
        return Reply(call_stream([CALL]) if answer is None else text_stream(answer))

    scripted.answer_with(reply)


def is_good(result: str) -> bool:
    """Whether it is the tool's own result."""
    try:
        return json.loads(result) == RESULT
    except ValueError:
        return False
