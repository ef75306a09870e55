"""How each tool of a toolset answers: read from what stands beside it, and written there.

``plan_of``: a tool -> its responders, faults and output schema, and every problem in them.
``chosen``: responders + arguments -> the one that answers.
"""

from switchboard.simulate.plans.choosing import chosen, fits
from switchboard.simulate.plans.reading import Reading, plan_of
from switchboard.simulate.plans.writing import (
    FAULTS,
    OUTPUT_SCHEMA,
    RESPONDERS,
    faults_document,
    responder_document,
    with_margin,
)

__all__ = [
    "FAULTS",
    "OUTPUT_SCHEMA",
    "RESPONDERS",
    "Reading",
    "chosen",
    "faults_document",
    "fits",
    "plan_of",
    "responder_document",
    "with_margin",
]
