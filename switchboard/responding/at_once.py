"""What a person finds in the editor of a result, before anybody was asked."""

from switchboard.gateway import StopSignal
from switchboard.responding.acting import answered_by, is_instant
from switchboard.responding.answering import finished
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.responses import Response, Result, Unanswered
from switchboard.simulate import plausible_result

_NOBODY = Outside(gateway_at=lambda _: None)


def at_once(situation: Situation) -> Result | Unanswered:
    """The answer of a responder that asks nobody; without one, the last result, or a plausible one.

    With the fault that is due, and without the time that it takes.
    """
    responder = situation.responder
    try:
        if responder and is_instant(responder.action):
            good = answered_by(responder, situation, _NOBODY, stop=StopSignal())
        else:
            good = Result(_beginning(situation), Response("plausible"))
    except CallNotAnswered as failure:
        return Unanswered(f"{failure.message} {failure.advice}".strip())
    return finished(good, situation)


def _beginning(situation: Situation) -> str:
    if situation.last is not None:
        return situation.last
    return plausible_result(situation.checked.tool, situation.call)
