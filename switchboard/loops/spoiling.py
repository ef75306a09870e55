"""The one fault of a turn, put into the first result that it is for."""

from collections.abc import Sequence
from dataclasses import replace

from switchboard.loops.asking import FaultOrder
from switchboard.responders import FaultPlan
from switchboard.responding import Situation


def with_one_fault(
    situations: Sequence[Situation], order: FaultOrder | None
) -> tuple[Situation, ...]:
    """The calls with this fault in the first that it is for, and in no other."""
    found = [
        replace(one, ordered=None, plan=replace(one.plan, faults=FaultPlan())) for one in situations
    ]
    first = next((at for at, one in enumerate(found) if order and is_for(order, one)), None)
    if first is not None and order:
        found[first] = replace(found[first], ordered=order.kind)
    return tuple(found)


def is_for(order: FaultOrder, situation: Situation) -> bool:
    """Whether the fault may go into this call's result."""
    return not order.tool or situation.call.name == order.tool
