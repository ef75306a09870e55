"""What a responder that asks nobody would answer, before there is a call for it."""

import json
from dataclasses import replace

from switchboard.conversations import Preparation
from switchboard.messages import Call
from switchboard.responders import FaultPlan, Responder
from switchboard.responding.at_once import at_once
from switchboard.responding.situations import Situation
from switchboard.simulate.plans import plan_of
from switchboard.tools import Tool, check_call
from switchboard.wire import JsonObject


def tried(responder: Responder, tool: Tool, arguments: JsonObject) -> Preparation:
    """What an instant responder answers to these arguments, whatever its condition; or why not.

    As to the first call of a conversation, with nothing done to the result on purpose.
    """
    checked = check_call(Call("", tool.name, json.dumps(arguments)), [tool])
    always = replace(responder, when=None)
    alone = replace(plan_of(tool).plan, responders=(always,), faults=FaultPlan())
    return at_once(Situation(checked, alone, count=1))
