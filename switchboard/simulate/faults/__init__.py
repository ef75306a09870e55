"""Faults on purpose: what is done to a good result, to see how a model bears it.

``injected``: a kind and a scene -> the text that the model gets instead, and what was done.
``drawn``: a plan -> whether the next call gets a fault, by chance and seed.
Nothing here raises on any result.
"""

from switchboard.simulate.faults.drawing import drawn
from switchboard.simulate.faults.injecting import injected
from switchboard.simulate.faults.instructions import INSTRUCTION, MARKER
from switchboard.simulate.faults.scenes import Injected, Scene
from switchboard.simulate.faults.words import FAULT_WORDS, FaultWord

__all__ = [
    "FAULT_WORDS",
    "INSTRUCTION",
    "MARKER",
    "FaultWord",
    "Injected",
    "Scene",
    "drawn",
    "injected",
]
