"""What each kind of responder does to answer a call."""

import json

from switchboard.gateway import StopSignal
from switchboard.responders import (
    Action,
    ByModel,
    Fixed,
    FromSchema,
    Hand,
    Http,
    Mcp,
    Responder,
    Template,
)
from switchboard.responding.by_endpoint import endpoint_answer
from switchboard.responding.by_model import model_answer
from switchboard.responding.by_server import server_answer
from switchboard.responding.by_template import template_answer
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.responses import Response, Result, Source
from switchboard.simulate import seeded_sample

_SOURCES: dict[type[Action], Source] = {
    Hand: "hand",
    Fixed: "fixed",
    Template: "template",
    FromSchema: "schema",
    ByModel: "model",
    Http: "http",
    Mcp: "mcp",
}


def is_instant(action: Action) -> bool:
    """Whether it answers here and at once, so that it may without being asked to."""
    return isinstance(action, Fixed | Template | FromSchema)


def source_of(action: Action) -> Source:
    """What its results are said to come from."""
    return _SOURCES[type(action)]


def answered_by(
    responder: Responder, situation: Situation, outside: Outside, *, stop: StopSignal
) -> Result:
    """What the responder answers, before anything is done to it.

    Raises ``CallNotAnswered``, also after ``stop``.
    """
    action = responder.action
    response = Response(source_of(action), responder.id)
    match action:
        case Fixed(result):
            text = result if isinstance(result, str) else _pretty(result)
        case Template():
            text = template_answer(action, situation, stop=stop)
        case FromSchema():
            text = _made_up(action, situation)
        case ByModel():
            played = model_answer(action, situation, outside, stop=stop)
            return Result(played.text, Response("model", responder.id, usage=played.usage))
        case Http():
            text = endpoint_answer(action, situation, outside, stop=stop)
        case Mcp():
            text = server_answer(action, situation, outside, stop=stop)
        case Hand():
            raise CallNotAnswered("A person answers this call.")
    return Result(text, response)


def _made_up(action: FromSchema, situation: Situation) -> str:
    schema = situation.plan.output_schema
    if schema is None:
        raise CallNotAnswered(
            "The tool has no output schema to make a result from.",
            advice="Write one in the Tools page, or answer in another way.",
        )
    return _pretty(seeded_sample(schema, seed=situation.seed(action.seed)))


def _pretty(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
