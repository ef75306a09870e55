"""What a person finds in the editor of a result, before anybody was asked."""

from switchboard.conversations import Preparation
from switchboard.gateway import StopSignal
from switchboard.responding.acting import answered_by, is_instant
from switchboard.responding.answering import finished, made_up
from switchboard.responding.failures import CallNotAnswered
from switchboard.responding.outside import Outside
from switchboard.responding.situations import Situation
from switchboard.responses import Result

_NOBODY = Outside(gateway_at=lambda _: None)


def at_once(situation: Situation) -> Preparation:
    """The answer of a responder that asks nobody; without one, the last result, or a plausible one.

    With the fault that is due, and without the time that it takes; why there is none, otherwise.
    """
    try:
        good = _good(situation)
    except CallNotAnswered as failure:
        return Preparation(failure=f"{failure.message} {failure.advice}".strip())
    result = finished(good, situation)
    return Preparation(result, good=good if result.response.fault else None)


def instant_id(situation: Situation) -> str:
    """The id of the responder that answers at once; empty where none does."""
    responder = situation.responder
    return responder.id if responder and is_instant(responder.action) else ""


def _good(situation: Situation) -> Result:
    responder = situation.responder
    if responder and is_instant(responder.action):
        return answered_by(responder, situation, _NOBODY, stop=StopSignal())
    return made_up(situation)
