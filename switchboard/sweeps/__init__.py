"""The fault sweep: one turn again and again, each time with another fault, and what came of it.

A sweep does not depend on the page that began it: whoever comes back finds it by the conversation.
Each of its turns is a conversation of its own, saved, with its runs.
"""

from switchboard.sweeps.cost import SweepCost, cost_of
from switchboard.sweeps.order import SweepOrder
from switchboard.sweeps.registry import Sweeps
from switchboard.sweeps.sweep import Sweep
from switchboard.sweeps.table import sweep_csv
from switchboard.sweeps.trial import Trial
from switchboard.sweeps.turn import reason_against, tools_called
from switchboard.sweeps.unused import (
    ResponderUse,
    UnusedResponder,
    never_used,
    unused_responders,
    used_responders,
)

__all__ = [
    "ResponderUse",
    "Sweep",
    "SweepCost",
    "SweepOrder",
    "Sweeps",
    "Trial",
    "UnusedResponder",
    "cost_of",
    "never_used",
    "reason_against",
    "sweep_csv",
    "tools_called",
    "unused_responders",
    "used_responders",
]
