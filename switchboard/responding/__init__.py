"""Calls answered without the tools that they are for: by rules, by a model, by something real.

``situations``: a conversation -> its pending calls, each in its place; ``past_calls``: the others.
``respond``: one of them -> a result, or why there is none; ``at_once``: without asking anybody.
``tried``: what a responder would answer to arguments that nobody has called with.
``Round``: all of them at once, on threads of their own.
"""

from switchboard.responding.acting import is_instant
from switchboard.responding.answering import Rules, finished, respond
from switchboard.responding.at_once import at_once
from switchboard.responding.outside import Outside
from switchboard.responding.past import PastCall, past_calls
from switchboard.responding.readied import costs_nothing, readied, with_example, with_fault, written
from switchboard.responding.rounds import Round
from switchboard.responding.situations import Situation, situations
from switchboard.responding.trying import tried

__all__ = [
    "Outside",
    "PastCall",
    "Round",
    "Rules",
    "Situation",
    "at_once",
    "costs_nothing",
    "finished",
    "is_instant",
    "past_calls",
    "readied",
    "respond",
    "situations",
    "tried",
    "with_example",
    "with_fault",
    "written",
]
