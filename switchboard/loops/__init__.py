"""Turns that go on by themselves: requests and the results between them, on a worker thread.

A loop does not depend on the page that began it: the conversation is saved as it goes, and whoever
comes back finds the loop by the conversation's id.
"""

from switchboard.loops.asking import Asking, FaultOrder
from switchboard.loops.loop import Loop
from switchboard.loops.merging import with_turn_of
from switchboard.loops.registry import Loops

__all__ = ["Asking", "FaultOrder", "Loop", "Loops", "with_turn_of"]
