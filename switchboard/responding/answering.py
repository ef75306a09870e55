"""One call, and what it is answered with."""

import json
import time
from dataclasses import dataclass, replace

from switchboard.gateway import StopSignal
from switchboard.responders import Hand, Responder
from switchboard.responding.acting import answered_by, source_of
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.responses import Response, Result, Unanswered
from switchboard.simulate import plausible_result
from switchboard.simulate.faults import Scene, injected
from switchboard.simulate.verdicts import check_result, problems_as_result
from switchboard.wire import JsonObject

STOPPED = "Stopped before it was answered."
"""Why a call has no result."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is done where no responder answers."""

    makes_up: bool = False
    """Whether a plausible result is made up, and a responder that fails gives an error; else
    a person is asked."""

    repairs: bool = False
    """Whether a call that does not fit its schema gets its problems as the result."""


def respond(
    situation: Situation, outside: Outside, *, rules: Rules, stop: StopSignal
) -> Result | Unanswered:
    """What the call is answered with, or why nothing answers it. Raises nothing of the world's."""
    if rules.repairs and situation.checked.problems:
        return Result(problems_as_result(situation.checked.problems), Response("problems"))
    responder = situation.responder
    if responder is None or isinstance(responder.action, Hand):
        return _without_responder(situation, rules, stop)
    began = time.monotonic()
    try:
        good = answered_by(responder, situation, outside, stop=stop)
    except CallNotAnswered as failure:
        return _not_answered(failure, responder, rules, stop)
    result = finished(good, situation, stop=stop)
    if stop.is_set:
        return Unanswered(STOPPED, responder.id)
    duration_ms = (time.monotonic() - began) * 1000
    return replace(result, response=replace(result.response, duration_ms=duration_ms))


def finished(good: Result, situation: Situation, *, stop: StopSignal | None = None) -> Result:
    """A good result as it is sent: with what is done to it on purpose, and its schema's verdict.

    A fault that takes time takes it here, where there is a ``stop`` to end the wait.
    """
    text, told = good.text, good.response.told
    if kind := situation.fault:
        done = injected(kind, _scene(situation, text))
        text, told = done.text, done.told
        if stop and done.delay_s:
            stop.wait(done.delay_s)
    problems = check_result(text, situation.plan.output_schema)
    return Result(text, replace(good.response, fault=kind, told=told, problems=problems))


def made_up(situation: Situation) -> Result:
    """What nobody answers: the last result of the same call again, else a plausible one."""
    if situation.last is not None:
        return Result(situation.last, Response("repeated"))
    text = plausible_result(situation.checked.tool, situation.call)
    return Result(text, Response("plausible"))


def _without_responder(situation: Situation, rules: Rules, stop: StopSignal) -> Result | Unanswered:
    if not rules.makes_up:
        return Unanswered("No responder answers this call: write its result.")
    return finished(made_up(situation), situation, stop=stop)


def _not_answered(
    failure: CallNotAnswered, responder: Responder, rules: Rules, stop: StopSignal
) -> Result | Unanswered:
    reason = f"{failure.message} {failure.advice}".strip()
    if stop.is_set or not rules.makes_up:
        return Unanswered(reason, responder.id)
    error: JsonObject = {"error": failure.message}
    response = Response(source_of(responder.action), responder.id, told=reason)
    return Result(json.dumps(error, ensure_ascii=False), response)


def _scene(situation: Situation, text: str) -> Scene:
    return Scene(
        call=situation.call,
        arguments=situation.checked.arguments,
        result=text,
        output_schema=situation.plan.output_schema,
        earlier=situation.earlier,
        seed=situation.seed(situation.plan.faults.seed),
    )
