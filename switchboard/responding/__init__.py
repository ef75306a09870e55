"""Calls answered without the tools that they are for: by rules, by a model, by something real.

``situations``: a conversation -> its pending calls, each in its place.
``respond``: one of them -> a result, or why there is none.
``Round``: all of them at once, on threads of their own.
"""

from switchboard.responding.answering import Rules, respond
from switchboard.responding.outside import Outside
from switchboard.responding.rounds import Round
from switchboard.responding.situations import Situation, situations

__all__ = ["Outside", "Round", "Rules", "Situation", "respond", "situations"]
