"""What a responder that asks nobody would answer, before a model has called."""

from dataclasses import replace

from switchboard.conversations import Preparation
from switchboard.responders import FaultPlan, Responder
from switchboard.responding.at_once import at_once
from switchboard.responding.situations import Situation
from switchboard.simulate.plans import plan_of
from switchboard.tools import CheckedCall, Tool


def tried(responder: Responder, tool: Tool, checked: CheckedCall) -> Preparation:
    """What an instant responder of the tool answers to a call of it, whatever its condition; or why
    it does not.

    As to the first call of a conversation, with nothing done to the result on purpose.
    """
    always = replace(responder, when=None)
    alone = replace(plan_of(tool).plan, responders=(always,), faults=FaultPlan())
    return at_once(Situation(checked, alone, count=1))
